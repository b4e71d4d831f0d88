package io.tierhub.workflow;

import io.tierhub.fulfillment.AssetId;
import io.tierhub.fulfillment.FulfillmentRequestType;
import io.tierhub.parameter.SubmittedValue;
import java.util.List;

/**
 * What somebody wants of an asset that is there.
 *
 * @param lines of what there will be another quantity; of changes and adjustments only
 * @param values of parameters; of changes and adjustments only
 */
public record AssetOrder(
    FulfillmentRequestType type,
    AssetId asset,
    List<OrderLine> lines,
    List<SubmittedValue> values) {}
