package io.tierhub.web.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How secrets are drawn anew. */
@Schema(name = "WebhookRotation")
record RotationForm(
    @Min(value = 0, message = SECONDS) @Max(value = 604_800, message = SECONDS) @Schema(
            description =
                "How long the secrets so far go on signing, in seconds: time to teach the new ones to"
                    + " your endpoint. 0 if those so far have leaked.",
            defaultValue = "3600",
            example = "3600")
        @Nullable Integer overlap) {

  private static final String SECONDS = "Use a number of seconds from 0 to 604800.";
  private static final Duration USUAL = Duration.ofHours(1);

  Duration duration() {
    return overlap == null ? USUAL : Duration.ofSeconds(overlap);
  }
}
