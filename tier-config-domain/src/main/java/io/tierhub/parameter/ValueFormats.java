package io.tierhub.parameter;

/** What can only be known with libraries of all countries' habits. */
public interface ValueFormats {

  boolean isEmail(String text);

  /**
   * Whether some country is called by it.
   *
   * @param code with or without a plus
   */
  boolean isCallingCode(String code);

  /**
   * Whether a phone could dial this. Lenient, because people type numbers in many ways.
   *
   * @param callingCode empty if unknown
   * @param areaCode empty if there is none
   */
  boolean isPhone(String callingCode, String areaCode, String number);
}
