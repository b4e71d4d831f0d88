package io.tierhub.web.fulfillment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.web.wire.Chars;
import org.jspecify.annotations.Nullable;

/** Why a request will not be done: whoever ordered reads it. */
@Schema(name = "FulfillmentRequestFail", requiredProperties = "reason")
record FailForm(
    @Chars(max = FulfillmentRequest.LONGEST_REASON, required = true)
        @Schema(example = "The customer is not eligible for this offer.")
        @Nullable String reason) {}
