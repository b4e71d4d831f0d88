package io.tierhub.workflow;

import io.tierhub.fulfillment.FulfillmentRequestId;
import java.util.List;

/**
 * @param warnings what of the order was not done as it was written, {@code path.to.field: message}
 */
public record PlacedOrder(FulfillmentRequestId request, List<String> warnings) {}
