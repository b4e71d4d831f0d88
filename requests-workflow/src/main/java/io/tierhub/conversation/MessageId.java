package io.tierhub.conversation;

import io.tierhub.kernel.Prefixed;

/** {@code ME-ddd-ddd-ddd}. */
public record MessageId(String value) implements Prefixed {

  public MessageId {
    Prefixed.require("ME", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
