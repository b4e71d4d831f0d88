package io.tierhub.partner;

import io.tierhub.kernel.Prefixed;

/** {@code UR-ddd-ddd-ddd}. */
public record UserId(String value) implements Prefixed {

  public UserId {
    Prefixed.require("UR", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
