package io.tierhub.fulfillment;

/**
 * An item of an asset as a request asks for it, with the names it had when it was ordered.
 *
 * @param globalId the same as {@code id}; both are on the wire
 * @param oldQuantity what it was before the request
 * @param type the unit in which it is counted
 */
public record OrderedItem(
    String id,
    String globalId,
    String mpn,
    Quantity oldQuantity,
    Quantity quantity,
    String type,
    String displayName,
    String period,
    String itemType) {

  /** An item that was not there before. */
  public static OrderedItem bought(ItemOnSale item, Quantity quantity) {
    return new OrderedItem(
        item.id(),
        item.id(),
        item.mpn(),
        Quantity.NONE,
        quantity,
        item.unit(),
        item.name(),
        item.period(),
        item.itemType());
  }

  /** The same item, of which there will be that much. */
  public OrderedItem becoming(Quantity next) {
    return new OrderedItem(id, globalId, mpn, quantity, next, type, displayName, period, itemType);
  }

  /** The same item, of which there will be as much as there is. */
  public OrderedItem kept() {
    return becoming(quantity);
  }

  public boolean hasChanged() {
    return !oldQuantity.equals(quantity);
  }

  /** Whether anything will be left of it. */
  public boolean remains() {
    return !quantity.equals(Quantity.NONE);
  }
}
