package io.tierhub.webhook;

import io.tierhub.kernel.Prefixed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code WHD-<digits of the webhook>-<running number>}. */
public record DeliveryId(String value) implements Prefixed {

  private static final Pattern FORM = Pattern.compile("WHD-([0-9]+(?:-[0-9]+)*)-[0-9]{1,12}");

  public DeliveryId {
    Prefixed.require("WHD", value);
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not the id of a delivery: " + value);
    }
  }

  /**
   * @param number from 1, over the deliveries of one webhook
   */
  public static DeliveryId of(WebhookId webhook, long number) {
    return new DeliveryId("WHD-%s-%06d".formatted(webhook.digits(), number));
  }

  /** The webhook that it is of. */
  public WebhookId webhook() {
    Matcher parts = FORM.matcher(value);
    if (!parts.matches()) {
      throw new IllegalStateException(value + " was looked at when it was made");
    }
    return new WebhookId("WH-" + parts.group(1));
  }

  @Override
  public String toString() {
    return value;
  }
}
