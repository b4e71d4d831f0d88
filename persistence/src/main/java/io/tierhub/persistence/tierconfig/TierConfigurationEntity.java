package io.tierhub.persistence.tierconfig;

import io.tierhub.persistence.audit.Audited;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code tier_configuration}. Fields only: the rules are the aggregate's. */
@Entity
@Table(name = "tier_configuration")
class TierConfigurationEntity {

  @Id public String id;

  @Column(updatable = false)
  @Audited("product.id")
  public String productId;

  @Column(updatable = false)
  public String vendorId;

  @Column(updatable = false)
  public String distributorId;

  @Column(updatable = false)
  public String environment;

  @Column(updatable = false)
  @Audited("connection.id")
  public String connectionId;

  @Column(updatable = false)
  @Audited("account.id")
  public String accountId;

  @Column(updatable = false)
  @Audited("tier_level")
  public int tierLevel;

  @Column(updatable = false)
  @Audited("marketplace.id")
  public @Nullable String marketplaceId;

  @Audited("status")
  public String status;

  @Audited(value = "params", as = Audited.As.PARAMS)
  public String params;

  @Audited("template.id")
  public @Nullable String templateId;

  public @Nullable String templateName;
  public @Nullable String tile;
  public int requests;
  public @Nullable String openRequestId;
  public @Nullable String lastApprovedId;

  @Column(updatable = false)
  public Instant createdAt;

  @Column(updatable = false)
  public @Nullable String createdById;

  @Column(updatable = false)
  public @Nullable String createdByName;

  public Instant updatedAt;
  public @Nullable String updatedById;
  public @Nullable String updatedByName;
  @Version public long revision;
}
