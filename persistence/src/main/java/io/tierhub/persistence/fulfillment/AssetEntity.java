package io.tierhub.persistence.fulfillment;

import io.tierhub.persistence.audit.Audited;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code asset}. Fields only: the rules are the aggregate's. */
@Entity
@Table(name = "asset")
class AssetEntity {

  @Id public String id;

  @Audited("status")
  public String status;

  @Column(updatable = false)
  @Audited("product.id")
  public String productId;

  @Column(updatable = false)
  public String vendorId;

  @Column(updatable = false)
  public String distributorId;

  @Column(updatable = false)
  @Audited("connection.id")
  public String connectionId;

  @Column(updatable = false)
  @Audited("marketplace.id")
  public @Nullable String marketplaceId;

  @Column(updatable = false)
  public String environment;

  @Audited("external_id")
  public @Nullable String externalId;

  @Audited("external_uid")
  public String externalUid;

  @Column(updatable = false)
  @Audited("tiers.customer.id")
  public String customerId;

  @Column(updatable = false)
  @Audited("tiers.tier1.id")
  public String tier1Id;

  @Column(updatable = false)
  @Audited("tiers.tier2.id")
  public @Nullable String tier2Id;

  @Audited(value = "items", as = Audited.As.JSON)
  public String items;

  @Audited(value = "params", as = Audited.As.PARAMS)
  public String params;

  @Column(updatable = false)
  public Instant createdAt;

  @Column(updatable = false)
  public @Nullable String createdById;

  @Column(updatable = false)
  public @Nullable String createdByName;

  public Instant updatedAt;
  @Version public long revision;
}
