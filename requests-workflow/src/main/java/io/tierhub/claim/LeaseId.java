package io.tierhub.claim;

import io.tierhub.kernel.Prefixed;

/** {@code LE-} and digits; ours, Connect has none. */
public record LeaseId(String value) implements Prefixed {

  public LeaseId {
    Prefixed.require("LE", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
