package io.tierhub.fulfillment;

import io.tierhub.kernel.Prefixed;

/** {@code PR-<digits of the asset>-<running number>} (wire-format §1.1). */
public record FulfillmentRequestId(String value) implements Prefixed {

  public FulfillmentRequestId {
    Prefixed.require("PR", value);
  }

  /**
   * @param number from 1, over the requests of one asset
   */
  static FulfillmentRequestId of(AssetId asset, int number) {
    return new FulfillmentRequestId("PR-%s-%03d".formatted(asset.digits(), number));
  }

  @Override
  public String toString() {
    return value;
  }
}
