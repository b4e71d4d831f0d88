package io.tierhub.web.account;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
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

  /** Asks libphonenumber. */
  final class Check implements ConstraintValidator<PlausiblePhone, PhoneForm> {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    @Override
    public boolean isValid(@Nullable PhoneForm phone, ConstraintValidatorContext context) {
      if (phone == null) {
        return true;
      }
      String country = digits(phone.countryCode());
      if (!country.isEmpty() && !isCallingCode(country)) {
        return fault(context, "country_code", "No country has this calling code.");
      }
      String number = digits(phone.areaCode()) + digits(phone.phoneNumber());
      if (number.isEmpty()) {
        boolean written = phone.phoneNumber() != null && !isPlaceholder(phone.phoneNumber());
        return !written || fault(context, "phone_number", "This is not a phone number.");
      }
      try {
        PHONES.parse(
            country.isEmpty() ? number : "+" + country + number, country.isEmpty() ? "ZZ" : null);
        return true;
      } catch (NumberParseException unreadable) {
        if (country.isEmpty()
            && unreadable.getErrorType() == NumberParseException.ErrorType.INVALID_COUNTRY_CODE) {
          return true;
        }
        return fault(context, "phone_number", "This is not a phone number.");
      }
    }

    private static boolean isCallingCode(String digits) {
      return digits.length() <= 3
          && PHONES.getSupportedCallingCodes().contains(Integer.valueOf(digits));
    }

    private static boolean isPlaceholder(String text) {
      return text.isEmpty() || text.equals("-");
    }

    private static String digits(@Nullable String text) {
      return text == null ? "" : PhoneNumberUtil.normalizeDigitsOnly(text);
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
