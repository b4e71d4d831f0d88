package io.tierhub.account;

import io.tierhub.kernel.Prefixed;

/** {@code TA-dddd-dddd-dddd}. */
public record TierAccountId(String value) implements Prefixed {

  public TierAccountId {
    Prefixed.require("TA", value);
  }

  /**
   * The digits without the prefix: a step of a path, and what ids of account requests begin with.
   */
  public String digits() {
    return value.substring("TA-".length());
  }

  @Override
  public String toString() {
    return value;
  }
}
