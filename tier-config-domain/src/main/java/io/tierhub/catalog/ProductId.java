package io.tierhub.catalog;

import io.tierhub.kernel.Prefixed;

/** {@code PRD-ddd-ddd-ddd}. */
public record ProductId(String value) implements Prefixed {

  public ProductId {
    Prefixed.require("PRD", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
