package io.tierhub.partner;

import io.tierhub.kernel.Prefixed;

/** {@code SU-ddd-ddd-ddd}: a token is a service user, and acts under this id. */
public record ApiTokenId(String value) implements Prefixed {

  public ApiTokenId {
    Prefixed.require("SU", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
