package io.tierhub.web.catalog;

import io.tierhub.web.catalog.CapabilitiesForm.DeadlinesForm;
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
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Steps that are taken if nobody answers: each later than the one before. */
@Documented
@Constraint(validatedBy = InOrder.Check.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface InOrder {

  String message() default
      "A reminder comes before the distributor is told, and both before the request fails.";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Of those that are there. */
  final class Check implements ConstraintValidator<InOrder, DeadlinesForm> {

    @Override
    public boolean isValid(@Nullable DeadlinesForm form, ConstraintValidatorContext context) {
      if (form == null) {
        return true;
      }
      List<Integer> days =
          Stream.of(form.remindAfter(), form.escalateAfter(), form.failAfter())
              .filter(Objects::nonNull)
              .toList();
      return days.equals(days.stream().distinct().sorted().toList());
    }
  }
}
