package io.tierhub.partner;

import io.tierhub.kernel.Prefixed;

/** {@code HB-dddd-dddd}. */
public record HubId(String value) implements Prefixed {

  /** How the wire writes that there is no hub (wire-format §0.1, 12). */
  public static final String NONE = "HB-0000-0000";

  public HubId {
    Prefixed.require("HB", value);
    if (value.equals(NONE)) {
      throw new IllegalArgumentException(NONE + " means that there is no hub");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
