package io.tierhub.web.claim;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.workflow.ClaimWork;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a lease lasts. */
@Schema(name = "LeaseTime")
public record ClaimForm(
    @Min(value = 1, message = SECONDS) @Max(value = ClaimWork.LONGEST_SECONDS, message = SECONDS) @Schema(description = "From now on; 300 when left out", example = "300")
        @Nullable Integer seconds) {

  private static final String SECONDS = "A lease lasts 1 to 3600 seconds.";

  public Duration lasting() {
    return seconds == null ? ClaimWork.USUAL : Duration.ofSeconds(seconds);
  }
}
