package io.tierhub.conversation;

import io.tierhub.kernel.Prefixed;

/** {@code CO-ddd-ddd-ddd}. */
public record ConversationId(String value) implements Prefixed {

  public ConversationId {
    Prefixed.require("CO", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
