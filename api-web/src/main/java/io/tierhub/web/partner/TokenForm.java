package io.tierhub.web.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.partner.ApiToken;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.Forms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A token as it is asked for. Its owner and environment are those of the token that asks. */
@Schema(name = "TokenWrite")
record TokenForm(
    @Chars(max = 128, required = true) @Schema(example = "Portal, read and write")
        @Nullable String name,
    @Chars(max = 255) @Nullable String description,
    @Chars(max = 128) @Schema(description = "Your own id for it") @Nullable String externalId,
    @ExpirationDate
        @Schema(
            description = "In the future; never when left out",
            example = "2027-11-22T10:00:00+00:00")
        @Nullable String expirationDate,
    @Schema(
            description = "Your token's; no other can be asked for",
            allowableValues = {"production", "test", "preview"})
        @Nullable String environment) {

  ApiToken.Label label() {
    return new ApiToken.Label(
        Forms.given(name), Forms.orNone(description), Forms.orNone(externalId));
  }

  @Nullable Instant expires() {
    return ExpiryForm.moment(expirationDate);
  }
}
