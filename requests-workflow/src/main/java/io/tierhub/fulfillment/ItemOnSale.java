package io.tierhub.fulfillment;

/** An item of a product, as far as orders need it. */
public record ItemOnSale(
    String id, String name, String mpn, String unit, String itemType, String period) {}
