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
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An ISO 3166 alpha-2 code in either case; both are in use (wire-format §2.2). */
@Documented
@Constraint(validatedBy = Country.Check.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Country {

  String message() default "Use a country code of ISO 3166 such as US or es.";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Knows the codes that Java knows. */
  final class Check implements ConstraintValidator<Country, String> {

    private static final Set<String> CODES =
        Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    @Override
    public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
      return code == null || code.isEmpty() || CODES.contains(code.toUpperCase(Locale.ROOT));
    }
  }
}
