package io.tierhub.web.catalog;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON that can be kept as it was sent: no NUL and no half characters in its texts and names, and
 * no numbers that are read as infinite.
 */
@Documented
@Constraint(validatedBy = StorableJson.Check.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface StorableJson {

  String message() default
      "A text in this has a character that no text may have, or a number is too large.";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Looks into every text. */
  final class Check implements ConstraintValidator<StorableJson, Map<String, Object>> {

    @Override
    public boolean isValid(@Nullable Map<String, Object> json, ConstraintValidatorContext context) {
      return isStorable(json);
    }

    private static boolean isStorable(@Nullable Object value) {
      return switch (value) {
        case String text ->
            text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
        case Map<?, ?> object ->
            object.entrySet().stream()
                .allMatch(e -> isStorable(e.getKey()) && isStorable(e.getValue()));
        case List<?> array -> array.stream().allMatch(Check::isStorable);
        case Double number -> Double.isFinite(number);
        case null, default -> true;
      };
    }
  }
}
