package io.tierhub.benchmarks.alternative;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A product. */
@Entity
@Table(name = "product")
public class ProductRow {

  @Id public String id;
  public String name;
  public String icon;
  public String status;
}
