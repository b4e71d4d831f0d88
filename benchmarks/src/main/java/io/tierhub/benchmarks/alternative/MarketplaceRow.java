package io.tierhub.benchmarks.alternative;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A marketplace. */
@Entity
@Table(name = "marketplace")
public class MarketplaceRow {

  @Id public String id;
  public String name;
  public String icon;
}
