package io.tierhub.productmessage;

import io.tierhub.catalog.ProductId;

/** A message that errors of values refer to (wire-format §7). */
public record ProductMessage(ProductMessageId id, ProductId product, Text text) {

  /** They come with every product that is copied. */
  public static final int MOST = 1000;

  /**
   * What it says.
   *
   * @param externalId the vendor's own id, unique in the product
   * @param auto whether it was added by itself, with a validation's answer
   */
  public record Text(String externalId, String value, boolean auto) {}
}
