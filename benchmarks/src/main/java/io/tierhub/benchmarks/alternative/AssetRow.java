package io.tierhub.benchmarks.alternative;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** An asset. */
@Entity
@Table(name = "asset")
public class AssetRow {

  @Id public String id;
  public String status;
  public String externalId;
  public String externalUid;
  public OffsetDateTime createdAt;
  public OffsetDateTime updatedAt;

  @ManyToOne
  @JoinColumn(name = "product_id")
  public ProductRow product;

  @ManyToOne
  @JoinColumn(name = "connection_id")
  public ConnectionRow connection;

  @ManyToOne
  @JoinColumn(name = "customer_id")
  public TierRow customer;

  @ManyToOne
  @JoinColumn(name = "tier1_id")
  public TierRow tier1;

  @ManyToOne
  @JoinColumn(name = "tier2_id")
  public TierRow tier2;
}
