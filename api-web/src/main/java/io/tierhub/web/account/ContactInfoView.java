package io.tierhub.web.account;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.openapi.OrNull;
import org.jspecify.annotations.Nullable;

/** Contact data as it is answered (wire-format §2.2). */
@Schema(name = "ContactInfo")
record ContactInfoView(
    @Schema(example = "Carrer de Mallorca 401") String addressLine1,
    @OrNull @Schema(example = "2n 1a") String addressLine2,
    @Schema(example = "Barcelona") String city,
    @OrNull @Schema(example = "Barcelona") String state,
    @Schema(example = "08013") String postalCode,
    @Schema(example = "ES") String country,
    Contact contact) {

  @Schema(name = "Contact")
  record Contact(
      @Schema(example = "Ada") String firstName,
      @Schema(example = "Ferrer") String lastName,
      @Schema(example = "ada.ferrer@example.com") String email,
      @Nullable PhoneForm phoneNumber) {}
}
