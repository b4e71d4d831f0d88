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

  /** Whether such requests can be made; the others are known, for clients filter by them. */
  public boolean isOffered() {
    return this == PURCHASE || takenBy().isPresent();
  }

  /** The status in which an asset takes a request of this type; none if it takes none. */
  Optional<AssetStatus> takenBy() {
    return switch (this) {
      case CHANGE, SUSPEND, CANCEL, ADJUSTMENT -> Optional.of(AssetStatus.ACTIVE);
      case RESUME -> Optional.of(AssetStatus.SUSPENDED);
      case PURCHASE, RENEW, TRANSFER -> Optional.empty();
    };
  }

  /** Whether it waits for its tiers and asks for values; what ends a use never does (§4.11). */
  public boolean mayWait() {
    return switch (this) {
      case PURCHASE, CHANGE, RESUME -> true;
      case SUSPEND, CANCEL, ADJUSTMENT, RENEW, TRANSFER -> false;
    };
  }

  /** Whether it is approved only with all values that the product requires. */
  public boolean needsValues() {
    return mayWait() || this == ADJUSTMENT;
  }

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
