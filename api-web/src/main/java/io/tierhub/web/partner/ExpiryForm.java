package io.tierhub.web.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the next secret ends: as the current one when left out, never when null. */
@Schema(name = "TokenExpiry")
record ExpiryForm(
    @ExpirationDate @Schema(example = "2027-11-22T10:00:00+00:00")
        @Nullable String expirationDate) {

  static ExpiryForm of(@Nullable Instant expires) {
    return new ExpiryForm(expires == null ? null : expires.toString());
  }

  @Nullable Instant expires() {
    return moment(expirationDate);
  }

  static @Nullable Instant moment(@Nullable String text) {
    return text == null || text.isEmpty() ? null : ExpirationDate.Check.parse(text).orElseThrow();
  }
}
