package io.tierhub.persistence.tieraccountrequest;

import io.tierhub.persistence.audit.Audited;
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

  @Audited("status")
  public String status;

  @Column(updatable = false)
  @Audited("account.id")
  public String accountId;

  @Column(updatable = false)
  @Audited("account.version")
  public int number;

  @Column(updatable = false)
  @Audited("product.id")
  public String productId;

  @Column(updatable = false)
  public String vendorId;

  @Column(updatable = false)
  public String providerId;

  @Column(updatable = false)
  public String environment;

  @Audited("reason")
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
