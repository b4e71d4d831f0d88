package io.tierhub.benchmarks.alternative;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** A tier configuration. */
@Entity
@Table(name = "tier_configuration")
public class ConfigurationRow {

  @Id public String id;
  public String status;
  public int tierLevel;
  public String params;
  public String tile;
  public String openRequestId;
  public String templateId;
  public String templateName;
  public OffsetDateTime createdAt;
  public String createdById;
  public String createdByName;
  public OffsetDateTime updatedAt;
  public String updatedById;
  public String updatedByName;

  @ManyToOne
  @JoinColumn(name = "product_id")
  public ProductRow product;

  @ManyToOne
  @JoinColumn(name = "connection_id")
  public ConnectionRow connection;

  @ManyToOne
  @JoinColumn(name = "marketplace_id")
  public MarketplaceRow marketplace;

  @ManyToOne
  @JoinColumn(name = "account_id")
  public TierRow account;
}
