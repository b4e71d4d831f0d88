package io.tierhub.web.parameter;

import io.tierhub.parameter.ValueFormats;
import io.tierhub.web.wire.Phones;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;

/** Judges parameters' values by the same libraries as accounts' contact data. */
final class LibraryFormats implements ValueFormats {

  private final Validator validator;

  LibraryFormats(Validator validator) {
    this.validator = validator;
  }

  @Override
  public boolean isEmail(String text) {
    return validator.validateValue(Mail.class, "address", text).isEmpty();
  }

  @Override
  public boolean isCallingCode(String code) {
    return !Phones.hasNoDigit(code) && Phones.isCallingCodeOrNone(code);
  }

  @Override
  public boolean isPhone(String callingCode, String areaCode, String number) {
    return Phones.isPlausible(callingCode, areaCode, number);
  }

  private record Mail(@Email String address) {}
}
