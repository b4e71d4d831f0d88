package io.tierhub.web.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.web.partner.ExpirationDate;
import io.tierhub.web.wire.Forms;
import io.tierhub.webhook.DeliveryStatus;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to be delivered again. */
@Schema(name = "WebhookReplay")
record ReplayForm(
    @NotNull(message = "This field is required.") @ExpirationDate
        @Schema(
            description = "Deliveries that were made then or later",
            example = "2026-11-22T10:00:00+00:00",
            requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable String from,
    @ExpirationDate
        @Schema(
            description = "and until then; until now when left out",
            example = "2026-11-22T12:00:00+00:00")
        @Nullable String to,
    @Pattern(regexp = "|delivered|failed", message = "Use delivered or failed.") @Schema(
            description = "Only those; both when left out",
            allowableValues = {"delivered", "failed"})
        @Nullable String status) {

  Instant begin() {
    return ExpirationDate.Check.parse(Forms.given(from)).orElse(Instant.EPOCH);
  }

  Instant end(Instant now) {
    String given = Forms.orNone(to);
    return given == null ? now : ExpirationDate.Check.parse(given).orElse(now);
  }

  @Nullable DeliveryStatus only() {
    String given = Forms.orNone(status);
    return given == null
        ? null
        : Stream.of(DeliveryStatus.values())
            .filter(one -> Lifecycle.wire(one).equals(given))
            .findFirst()
            .orElseThrow();
  }
}
