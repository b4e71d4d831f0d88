package io.tierhub.persistence.fulfillment;

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

  public String status;

  @Column(updatable = false)
  public String productId;

  @Column(updatable = false)
  public String vendorId;

  @Column(updatable = false)
  public String distributorId;

  @Column(updatable = false)
  public String connectionId;

  @Column(updatable = false)
  public @Nullable String marketplaceId;

  @Column(updatable = false)
  public String environment;

  public @Nullable String externalId;
  public String externalUid;

  @Column(updatable = false)
  public String customerId;

  @Column(updatable = false)
  public String tier1Id;

  @Column(updatable = false)
  public @Nullable String tier2Id;

  public String items;
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
