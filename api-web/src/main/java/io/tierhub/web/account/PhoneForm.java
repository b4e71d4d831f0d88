package io.tierhub.web.account;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.account.PhoneNumber;
import io.tierhub.web.wire.Chars;
import org.jspecify.annotations.Nullable;

/** A phone number in the four members of the wire. Each may be empty, as real data is. */
@Schema(name = "PhoneNumber")
@PlausiblePhone
record PhoneForm(
    @Chars(max = 25) @Schema(example = "+34") @Nullable String countryCode,
    @Chars(max = 25) @Schema(example = "93") @Nullable String areaCode,
    @Chars(max = 25) @Schema(example = "2011234") @Nullable String phoneNumber,
    @Chars(max = 25) @Schema(example = "") @Nullable String extension) {

  PhoneNumber toDomain() {
    return new PhoneNumber(
        orEmpty(countryCode), orEmpty(areaCode), orEmpty(phoneNumber), orEmpty(extension));
  }

  static @Nullable PhoneForm of(@Nullable PhoneNumber phone) {
    return phone == null
        ? null
        : new PhoneForm(
            phone.countryCode(), phone.areaCode(), phone.phoneNumber(), phone.extension());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
