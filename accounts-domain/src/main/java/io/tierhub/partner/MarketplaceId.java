package io.tierhub.partner;

import io.tierhub.kernel.Prefixed;

/** {@code MP-ddddd}. */
public record MarketplaceId(String value) implements Prefixed {

  /** How the wire writes that there is no marketplace (wire-format §0.1, 12). */
  public static final String NONE = "MP-00000";

  public MarketplaceId {
    Prefixed.require("MP", value);
    if (value.equals(NONE)) {
      throw new IllegalArgumentException(NONE + " means that there is no marketplace");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
