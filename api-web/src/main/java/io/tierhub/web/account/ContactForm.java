package io.tierhub.web.account;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.account.Contact;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.Forms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import org.jspecify.annotations.Nullable;

/** The technical contact. */
@Schema(
    name = "ContactWrite",
    requiredProperties = {"first_name", "last_name", "email"})
record ContactForm(
    @Chars(max = 100, required = true) @Schema(example = "Ada") @Nullable String firstName,
    @Chars(max = 100, required = true) @Schema(example = "Ferrer") @Nullable String lastName,
    @Chars(max = 254, required = true)
        @Email(message = "Enter a valid e-mail address.") @Schema(example = "ada.ferrer@example.com")
        @Nullable String email,
    @Valid @Nullable PhoneForm phoneNumber) {

  Contact toDomain() {
    return new Contact(
        Forms.given(firstName),
        Forms.given(lastName),
        Forms.given(email),
        phoneNumber == null ? null : phoneNumber.toDomain());
  }

  static ContactForm of(Contact contact) {
    return new ContactForm(
        contact.firstName(),
        contact.lastName(),
        contact.email(),
        PhoneForm.of(contact.phoneNumber()));
  }
}
