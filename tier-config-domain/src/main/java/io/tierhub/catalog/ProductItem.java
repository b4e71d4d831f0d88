package io.tierhub.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Something of a product that can be ordered in a quantity.
 *
 * @param mpn the vendor's number for it, unique in the product
 * @param type {@code reservation} or {@code ppu}
 * @param period how often it is charged: {@code onetime}, {@code monthly} …
 */
public record ProductItem(
    ProductItemId id,
    ProductId product,
    String name,
    String mpn,
    String unit,
    String type,
    String period,
    int position) {

  private static final int STEP = 100;

  /**
   * @param number the item's running number, from 1
   */
  public static ProductItem numbered(int number, ProductId product, Profile profile) {
    Integer position = profile.position();
    return new ProductItem(
        ProductItemId.of(product, number),
        product,
        profile.name(),
        profile.mpn(),
        profile.unit(),
        profile.type(),
        profile.period(),
        position == null ? number * STEP : position);
  }

  /**
   * What the vendor says of an item.
   *
   * @param position among the other items; last if none is said
   */
  public record Profile(
      String name,
      String mpn,
      String unit,
      String type,
      String period,
      @Nullable Integer position) {}
}
