package io.tierhub.action;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Prefixed;

/** {@code ACT-ddd-ddd-ddd-nnn}: the digits of the product and the running number in it. */
public record ActionId(String value) implements Prefixed {

  public ActionId {
    Prefixed.require("ACT", value);
  }

  /**
   * @param number the action's running number in its product, from 1
   */
  public static ActionId of(ProductId product, int number) {
    String digits = product.value().substring(product.value().indexOf('-') + 1);
    return new ActionId("ACT-%s-%03d".formatted(digits, number));
  }

  @Override
  public String toString() {
    return value;
  }
}
