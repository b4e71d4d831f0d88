package io.tierhub.webhook;

import io.tierhub.kernel.Lifecycle;

/** Why a webhook is called. */
public enum DeliveryKind {
  /** Something happened. */
  EVENT,
  /** Somebody wants to be told again. */
  REPLAY,
  /** Somebody wants to see whether it works. */
  TRIGGER;

  public String wire() {
    return Lifecycle.wire(this);
  }
}
