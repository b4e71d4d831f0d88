package io.tierhub.fulfillment;

import io.tierhub.kernel.Lifecycle;
import java.util.Optional;

/** What a fulfillment request asks the vendor to do. */
public enum FulfillmentRequestType {
  PURCHASE,
  CHANGE,
  SUSPEND,
  RESUME,
  CANCEL,
  ADJUSTMENT,
  RENEW,
  TRANSFER;

  public String wire() {
    return Lifecycle.wire(this);
  }

  public static Optional<FulfillmentRequestType> ofWire(String text) {
    for (FulfillmentRequestType type : values()) {
      if (type.wire().equals(text)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
