package io.tierhub.fulfillment;

import io.tierhub.kernel.Lifecycle;

/** A position counted from the customer of one order: tier 0 is the customer itself. */
public enum Tier {
  CUSTOMER,
  TIER1,
  TIER2;

  public String wire() {
    return Lifecycle.wire(this);
  }

  /** Where an order names the account of this tier. */
  public String pointer() {
    return "/asset/tiers/" + wire();
  }
}
