package io.tierhub.catalog;

import io.tierhub.kernel.Prefixed;

/** {@code PRD-ddd-ddd-ddd-nnnn}: the product's id and the item's running number in it. */
public record ProductItemId(String value) implements Prefixed {

  public ProductItemId {
    Prefixed.require("PRD", value);
  }

  static ProductItemId of(ProductId product, int number) {
    return new ProductItemId("%s-%04d".formatted(product, number));
  }

  @Override
  public String toString() {
    return value;
  }
}
