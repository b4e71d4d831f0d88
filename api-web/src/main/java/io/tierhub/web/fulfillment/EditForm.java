package io.tierhub.web.fulfillment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.parameter.SubmittedValue;
import io.tierhub.web.wire.Chars;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a request can be edited; the rest of what clients send back is passed over. */
@Schema(name = "FulfillmentRequestEdit")
record EditForm(
    @Chars(max = FulfillmentRequest.LONGEST_NOTE)
        @Schema(description = "The vendor's remark; `\"\"` takes it away", example = "Asked sales.")
        @Nullable String note,
    @Valid @Nullable FilledAssetForm asset) {

  List<SubmittedValue> values() {
    return FilledAssetForm.values(asset);
  }
}
