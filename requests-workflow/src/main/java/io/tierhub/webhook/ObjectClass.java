package io.tierhub.webhook;

import io.tierhub.kernel.Lifecycle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a webhook is told of; events begin with its name. */
public enum ObjectClass {
  FULFILLMENT_REQUEST,
  TIER_CONFIG_REQUEST,
  TIER_ACCOUNT_REQUEST;

  public String wire() {
    return Lifecycle.wire(this);
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(ObjectClass::wire).toList();
  }

  public static Optional<ObjectClass> ofWire(String text) {
    return Arrays.stream(values()).filter(one -> one.wire().equals(text)).findFirst();
  }
}
