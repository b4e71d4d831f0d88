package io.tierhub.web.wire;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * A text of so many characters at most, counted as people count them and not as UTF-16 does, and
 * without what no text has: NUL, other control characters, halves of characters, and what makes
 * letters run backwards, by which a text is read as another one.
 */
@Documented
@Constraint(validatedBy = Chars.Check.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Chars {

  int max();

  /** Whether the text must be there and not be empty. */
  boolean required() default false;

  String message() default "";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Says what is wrong in words. */
  final class Check implements ConstraintValidator<Chars, String> {

    private int max;
    private boolean required;

    @Override
    public void initialize(Chars rule) {
      max = rule.max();
      required = rule.required();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      String fault = fault(text);
      if (fault == null) {
        return true;
      }
      context.disableDefaultConstraintViolation();
      context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
      return false;
    }

    private @Nullable String fault(@Nullable String text) {
      if (text == null || text.isEmpty()) {
        if (!required) {
          return null;
        }
        return text == null ? "This field is required." : "This field may not be blank.";
      }
      int length = text.codePointCount(0, text.length());
      if (length > max) {
        return "Ensure this field has no more than " + max + " characters (it has " + length + ").";
      }
      boolean strange = text.codePoints().anyMatch(Check::isStrange);
      return strange ? "This field has a character that no text may have." : null;
    }

    /** Whether no text may have it. */
    static boolean isStrange(int c) {
      boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
      // Other marks of direction come along with texts that people copy, and turn no letters.
      boolean override = c == 0x202D || c == 0x202E;
      return control || override || Character.getType(c) == Character.SURROGATE;
    }
  }
}
