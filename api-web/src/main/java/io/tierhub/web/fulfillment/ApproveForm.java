package io.tierhub.web.fulfillment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.EffectiveDates;
import io.tierhub.web.wire.Forms;
import io.tierhub.web.wire.IdOf;
import io.tierhub.workflow.WantedTile;
import jakarta.validation.constraints.AssertTrue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An approval as it is sent (wire-format §6.3). */
@Schema(name = "FulfillmentRequestApprove")
record ApproveForm(
    @IdOf("TL")
        @Schema(
            description = "The product's default for assets when left out",
            example = "TL-551-876-782")
        @Nullable String templateId,
    @Chars(max = InquireForm.LONGEST_TILE)
        @Schema(description = "Markdown of your own, instead of a template; for older clients")
        @Nullable String activationTile,
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

  WantedTile tile() {
    return new WantedTile(Forms.orNone(templateId), Forms.orNone(activationTile));
  }
}
