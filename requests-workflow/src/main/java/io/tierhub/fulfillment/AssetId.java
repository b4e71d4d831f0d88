package io.tierhub.fulfillment;

import io.tierhub.kernel.Prefixed;

/** {@code AS-dddd-dddd-dddd}. */
public record AssetId(String value) implements Prefixed {

  public AssetId {
    Prefixed.require("AS", value);
  }

  /** The digits without the prefix, with which the ids of the asset's requests begin. */
  String digits() {
    return value.substring("AS-".length());
  }

  @Override
  public String toString() {
    return value;
  }
}
