package io.tierhub.webhook;

import io.tierhub.kernel.Lifecycle;

/** Where a delivery is. */
public enum DeliveryStatus {
  /** To be made, perhaps not for the first time. */
  WAITING,
  /** Whoever was called has said yes. */
  DELIVERED,
  /** Nobody will try again. */
  FAILED;

  public String wire() {
    return Lifecycle.wire(this);
  }
}
