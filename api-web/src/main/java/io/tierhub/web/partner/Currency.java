package io.tierhub.web.partner;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An ISO 4217 code. */
@Documented
@Constraint(validatedBy = Currency.Check.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface Currency {

  String message() default "Use a currency code of ISO 4217 such as EUR.";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Knows the codes that Java knows. */
  final class Check implements ConstraintValidator<Currency, String> {

    private static final Set<String> CODES =
        java.util.Currency.availableCurrencies()
            .map(java.util.Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    @Override
    public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
      return code == null || code.isEmpty() || CODES.contains(code);
    }
  }
}
