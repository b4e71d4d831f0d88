package io.tierhub.web.wire;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

/**
 * Numbers that a phone could dial. Lenient, because commerce systems send what people typed
 * (wire-format §2.2, §11): only an unknown country code and what no phone library can read as a
 * number are wrong.
 */
public final class Phones {

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
  private static final int LONGEST_CALLING_CODE = 3;

  private Phones() {}

  /** Whether a country is called by it; a text without any digit names none, which is fine. */
  public static boolean isCallingCodeOrNone(String code) {
    String digits = digits(code);
    return digits.isEmpty()
        || (digits.length() <= LONGEST_CALLING_CODE
            && PHONES.getSupportedCallingCodes().contains(Integer.valueOf(digits)));
  }

  /**
   * Whether it has digits that could be dialled.
   *
   * @param callingCode without digits if unknown
   */
  public static boolean isPlausible(String callingCode, String areaCode, String number) {
    String country = digits(callingCode);
    String digits = digits(areaCode) + digits(number);
    if (digits.isEmpty()) {
      return false;
    }
    try {
      PHONES.parse(
          country.isEmpty() ? digits : "+" + country + digits, country.isEmpty() ? "ZZ" : null);
      return true;
    } catch (NumberParseException unreadable) {
      return country.isEmpty()
          && unreadable.getErrorType() == NumberParseException.ErrorType.INVALID_COUNTRY_CODE;
    }
  }

  public static boolean hasNoDigit(String text) {
    return digits(text).isEmpty();
  }

  private static String digits(String text) {
    return PhoneNumberUtil.normalizeDigitsOnly(text);
  }
}
