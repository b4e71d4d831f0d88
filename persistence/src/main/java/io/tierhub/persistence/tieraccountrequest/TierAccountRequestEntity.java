package io.tierhub.persistence.tieraccountrequest;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code tier_account_request}. */
@Entity
@Table(name = "tier_account_request")
class TierAccountRequestEntity {

  @Id public String id;

  public String status;

  @Column(updatable = false)
  public String accountId;

  @Column(updatable = false)
  public int number;

  @Column(updatable = false)
  public String productId;

  @Column(updatable = false)
  public String vendorId;

  @Column(updatable = false)
  public String providerId;

  @Column(updatable = false)
  public String environment;

  public @Nullable String reason;

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
