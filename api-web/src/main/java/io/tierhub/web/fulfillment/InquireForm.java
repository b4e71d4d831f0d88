package io.tierhub.web.fulfillment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.Forms;
import io.tierhub.web.wire.IdOf;
import io.tierhub.workflow.WantedTile;
import org.jspecify.annotations.Nullable;

/** With what the customer is asked (wire-format §6.3). */
@Schema(name = "FulfillmentRequestInquire")
record InquireForm(
    @IdOf("TL")
        @Schema(
            description = "The product's default for inquiries when left out",
            example = "TL-551-876-782")
        @Nullable String templateId,
    @Chars(max = LONGEST_TILE)
        @Schema(description = "Markdown of your own, instead of a template; for older clients")
        @Nullable String activationTile) {

  static final int LONGEST_TILE = 20_000;

  WantedTile tile() {
    return new WantedTile(Forms.orNone(templateId), Forms.orNone(activationTile));
  }
}
