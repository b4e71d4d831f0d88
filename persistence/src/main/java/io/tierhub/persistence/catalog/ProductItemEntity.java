package io.tierhub.persistence.catalog;

import io.tierhub.persistence.audit.Audited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code product_item}. */
@Entity
@Table(name = "product_item")
class ProductItemEntity {

  @Id public String id;
  public String productId;

  @Audited("name")
  public String name;

  @Audited("mpn")
  public String mpn;

  @Audited("unit.id")
  public String unit;

  @Audited("type")
  public String itemType;

  @Audited("period")
  public String period;

  @Audited("position")
  public int position;
}
