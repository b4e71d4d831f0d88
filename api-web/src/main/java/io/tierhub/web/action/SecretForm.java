package io.tierhub.web.action;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a secret is drawn anew. */
@Schema(name = "ActionSecretWrite")
record SecretForm(
    @Min(value = 0, message = SECONDS) @Max(value = 604_800, message = SECONDS) @Schema(
            description =
                "How long the secret so far goes on signing, in seconds: time to teach the new one to"
                    + " your endpoint. 0 if the one so far has leaked.",
            defaultValue = "3600",
            example = "3600")
        @Nullable Integer overlap) {

  private static final String SECONDS = "Use a number of seconds from 0 to 604800.";
  private static final Duration USUAL = Duration.ofHours(1);

  Duration duration() {
    return overlap == null ? USUAL : Duration.ofSeconds(overlap);
  }
}
