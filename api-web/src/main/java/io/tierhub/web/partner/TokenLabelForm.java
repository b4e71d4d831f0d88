package io.tierhub.web.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.partner.ApiToken;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.Forms;
import org.jspecify.annotations.Nullable;

/** What may be changed of a token as it is; its secret and its end have their own actions. */
@Schema(name = "TokenLabel")
record TokenLabelForm(
    @Chars(max = 128, required = true) @Schema(example = "Portal, second team")
        @Nullable String name,
    @Chars(max = 255) @Nullable String description,
    @Chars(max = 128) @Nullable String externalId) {

  static TokenLabelForm of(ApiToken.Label label) {
    return new TokenLabelForm(label.name(), label.description(), label.externalId());
  }

  ApiToken.Label toDomain() {
    return new ApiToken.Label(
        Forms.given(name), Forms.orNone(description), Forms.orNone(externalId));
  }
}
