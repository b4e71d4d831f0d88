package io.tierhub.productmessage;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Prefixed;

/** {@code PRDMSG-ddd-ddd-ddd-nnnn}: the digits of the product and the running number in it. */
public record ProductMessageId(String value) implements Prefixed {

  public ProductMessageId {
    Prefixed.require("PRDMSG", value);
  }

  /**
   * @param number the message's running number in its product, from 1
   */
  public static ProductMessageId of(ProductId product, int number) {
    String digits = product.value().substring(product.value().indexOf('-') + 1);
    return new ProductMessageId("PRDMSG-%s-%04d".formatted(digits, number));
  }

  @Override
  public String toString() {
    return value;
  }
}
