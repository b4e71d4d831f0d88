package io.tierhub.web.wire;

import io.tierhub.kernel.Prefixed;
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

/** An id of that prefix, or nothing. */
@Documented
@Constraint(validatedBy = IdOf.Check.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface IdOf {

  String value();

  String message() default "Expected an id of the form {value}-….";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Looks at the form only; whether it exists is asked later. */
  final class Check implements ConstraintValidator<IdOf, String> {

    private String prefix = "";

    @Override
    public void initialize(IdOf rule) {
      prefix = rule.value();
    }

    @Override
    public boolean isValid(@Nullable String id, ConstraintValidatorContext context) {
      return id == null || id.isEmpty() || Prefixed.looksLike(prefix, id);
    }
  }
}
