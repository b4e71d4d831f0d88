package io.tierhub.web.account;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.account.ContactInfo;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.Country;
import io.tierhub.web.wire.Forms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Where an account is and whom to talk to (wire-format §2.2). */
@Schema(
    name = "ContactInfoWrite",
    requiredProperties = {"address_line1", "city", "country", "postal_code", "contact"})
record ContactInfoForm(
    @Chars(max = 255, required = true) @Schema(example = "Carrer de Mallorca 401")
        @Nullable String addressLine1,
    @Chars(max = 255) @Schema(example = "2n 1a") @Nullable String addressLine2,
    @Chars(max = 100, required = true) @Schema(example = "Barcelona") @Nullable String city,
    @Chars(max = 100) @Schema(example = "Barcelona") @Nullable String state,
    @Chars(max = 50, required = true) @Schema(example = "08013") @Nullable String postalCode,
    @Chars(max = 100, required = true) @Country @Schema(example = "ES") @Nullable String country,
    @Valid @NotNull(message = "This field is required.") @Nullable ContactForm contact) {

  ContactInfo toDomain() {
    return new ContactInfo(
        Forms.given(addressLine1),
        Forms.orNone(addressLine2),
        Forms.given(city),
        Forms.orNone(state),
        Forms.given(country),
        Forms.given(postalCode),
        Forms.given(contact).toDomain());
  }

  static ContactInfoForm of(ContactInfo info) {
    return new ContactInfoForm(
        info.addressLine1(),
        info.addressLine2(),
        info.city(),
        info.state(),
        info.postalCode(),
        info.country(),
        ContactForm.of(info.contact()));
  }
}
