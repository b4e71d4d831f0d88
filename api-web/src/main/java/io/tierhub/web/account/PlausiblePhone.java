package io.tierhub.web.account;

import io.tierhub.web.wire.Phones;
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
 * A number that a phone could dial. Lenient, because commerce systems send what people typed
 * (wire-format §2.2, §11): only an unknown country code and what no phone library can read as a
 * number are faults.
 */
@Documented
@Constraint(validatedBy = PlausiblePhone.Check.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface PlausiblePhone {

  String message() default "";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Looks at the parts together. */
  final class Check implements ConstraintValidator<PlausiblePhone, PhoneForm> {

    @Override
    public boolean isValid(@Nullable PhoneForm phone, ConstraintValidatorContext context) {
      if (phone == null) {
        return true;
      }
      String country = orEmpty(phone.countryCode());
      String number = orEmpty(phone.phoneNumber());
      if (!Phones.isCallingCodeOrNone(country)) {
        return fault(context, "country_code", "No country has this calling code.");
      }
      return Phones.isPlausible(country, orEmpty(phone.areaCode()), number)
          || isPlaceholder(phone, number)
          || fault(context, "phone_number", "This is not a phone number.");
    }

    /** Real data has parts that are empty or a dash. */
    private static boolean isPlaceholder(PhoneForm phone, String number) {
      return Phones.hasNoDigit(orEmpty(phone.areaCode()) + number)
          && (number.isEmpty() || number.equals("-"));
    }

    private static String orEmpty(@Nullable String text) {
      return text == null ? "" : text;
    }

    private static boolean fault(
        ConstraintValidatorContext context, String member, String message) {
      context.disableDefaultConstraintViolation();
      context
          .buildConstraintViolationWithTemplate(message)
          .addPropertyNode(member)
          .addConstraintViolation();
      return false;
    }
  }
}
