package io.tierhub.web.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.openapi.Seldom;
import org.jspecify.annotations.Nullable;

/** A token without its secret. */
@Schema(name = "Token")
record TokenView(
    @Schema(example = "SU-771-994-269") String id,
    @Schema(example = "Portal, read and write") String name,
    @Nullable String description,
    @Nullable String externalId,
    PartyView owner,
    @Schema(allowableValues = {"active", "inactive", "expired"}) String status,
    @Schema(allowableValues = {"production", "test", "preview"}) String environment,
    @Schema(description = "What comes before the colon in the header", example = "SU-771-994-269")
        String handle,
    @Schema(example = "2027-11-22T10:00:00+00:00") @Nullable String expirationDate,
    @Seldom @Schema(description = "While two secrets are valid: when the new one ends")
        @Nullable String renewedExpirationDate,
    EventsView events) {

  /** A token in the one answer that shows its secret. */
  @Schema(name = "IssuedToken", allOf = TokenView.class)
  record Issued(
      @Schema(
              description =
                  "The whole Authorization header; keep it, it is never shown again, not even to the"
                      + " same call repeated with its `Idempotency-Key`",
              example =
                  "ApiKey SU-771-994-269:5f0c1d6e0b7a4c3f9d2e8b1a6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d")
          @Nullable String token,
      @Seldom @Schema(description = "After a renewal: the same as `token`")
          @Nullable String renewedToken) {}
}
