package io.tierhub.catalog;

import io.tierhub.kernel.Prefixed;

/** {@code CT-dddd-dddd}. */
public record ConnectionId(String value) implements Prefixed {

  public ConnectionId {
    Prefixed.require("CT", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
