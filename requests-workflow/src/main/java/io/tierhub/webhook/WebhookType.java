package io.tierhub.webhook;

import io.tierhub.kernel.Lifecycle;

/** On which occasion a webhook is called. */
public enum WebhookType {
  /** Something happened. */
  EVENT;

  public String wire() {
    return Lifecycle.wire(this);
  }
}
