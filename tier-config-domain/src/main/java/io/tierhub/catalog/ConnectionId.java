package io.tierhub.catalog;

import io.tierhub.kernel.Prefixed;

/** {@code CT-dddd-dddd}. */
public record ConnectionId(String value) implements Prefixed {

  /** How the wire writes that there is no connection (wire-format §0.1, 12). */
  public static final String NONE = "CT-0000-0000-0000";

  public ConnectionId {
    Prefixed.require("CT", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
