package io.tierhub.web.action;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.action.ActionSecrets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A secret, for its vendor's eyes and this once. */
@Schema(name = "ActionSecret")
record SecretView(
    @Schema(
            description =
                "With it the `jwt` of links is signed, by HS256. Shown this once: left out if the same"
                    + " call is repeated with its `Idempotency-Key`",
            example = "5b1f9f3c2a7e4d60b8a1c4e7f2d390aa5b1f9f3c2a7e4d60b8a1c4e7f2d390aa")
        @Nullable String jwtSecret,
    @Schema(description = "The `kid` in the header of what it signs", example = "2") String kid,
    @Schema(
            description = "From when it signs; until then the one before does",
            example = "2026-11-28T13:00:00+00:00")
        @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm:ssxxx")
        OffsetDateTime signsFrom) {

  static SecretView of(ActionSecrets secrets) {
    return new SecretView(
        secrets.current(),
        String.valueOf(secrets.number()),
        secrets.signsFrom().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS));
  }
}
