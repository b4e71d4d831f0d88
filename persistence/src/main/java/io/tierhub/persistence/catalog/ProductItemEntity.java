package io.tierhub.persistence.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code product_item}. */
@Entity
@Table(name = "product_item")
class ProductItemEntity {

  @Id public String id;
  public String productId;
  public String name;
  public String mpn;
  public String unit;
  public String itemType;
  public String period;
  public int position;
}
