package io.tierhub.tierconfig;

import io.tierhub.kernel.Prefixed;

/** {@code TC-ddd-ddd-ddd}. */
public record TierConfigurationId(String value) implements Prefixed {

  public TierConfigurationId {
    Prefixed.require("TC", value);
  }

  /** What the ids of its requests begin with. */
  String digits() {
    return value.substring("TC-".length());
  }

  @Override
  public String toString() {
    return value;
  }
}
