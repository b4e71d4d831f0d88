package io.tierhub.explanation;

import io.tierhub.kernel.Lifecycle;

/** Who has to do something so that a request goes on. */
public enum Turn {
  VENDOR,
  DISTRIBUTOR,
  /** Is asked for values of its tier. */
  RESELLER,
  /** Is asked for values of the order. */
  CUSTOMER,
  /** It is over. */
  NOBODY;

  public String wire() {
    return Lifecycle.wire(this);
  }
}
