package io.tierhub.web.fulfillment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.wire.EffectiveDates;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An approval as it is sent (wire-format §6.3). Products have no templates here yet, so no template
 * can be named; the deprecated {@code activation_tile} is passed over.
 */
@Schema(name = "FulfillmentRequestApprove")
record ApproveForm(
    @Size(max = 0, message = "There is no template ${validatedValue} of this product.") @Schema(hidden = true)
        @Nullable String templateId,
    @Schema(
            description = "From when it holds, ISO 8601; from now on when left out",
            example = "2026-12-01T00:00:00+00:00")
        @Nullable String effectiveDate) {

  @AssertTrue(message = "Expected a date or a moment, ISO 8601.") @Schema(hidden = true)
  boolean isEffectiveDate() {
    return EffectiveDates.isReadable(effectiveDate);
  }

  @Nullable Instant effective() {
    return EffectiveDates.read(effectiveDate);
  }
}
