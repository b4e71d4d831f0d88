package io.tierhub.webhook;

import io.tierhub.kernel.Prefixed;

/** {@code WH-ddd-ddd-ddd}. */
public record WebhookId(String value) implements Prefixed {

  public WebhookId {
    Prefixed.require("WH", value);
  }

  String digits() {
    return value.substring("WH-".length());
  }

  @Override
  public String toString() {
    return value;
  }
}
