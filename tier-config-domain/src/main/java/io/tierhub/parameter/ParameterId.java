package io.tierhub.parameter;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Prefixed;

/** {@code PRM-ddd-ddd-ddd-nnnn}: the digits of the product and the running number in it. */
public record ParameterId(String value) implements Prefixed {

  public ParameterId {
    Prefixed.require("PRM", value);
  }

  /**
   * @param number the parameter's running number in its product, from 1
   */
  public static ParameterId of(ProductId product, int number) {
    String digits = product.value().substring(product.value().indexOf('-') + 1);
    return new ParameterId("PRM-%s-%04d".formatted(digits, number));
  }

  @Override
  public String toString() {
    return value;
  }
}
