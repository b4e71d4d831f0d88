package io.tierhub.persistence.tierconfigrequest;

import io.tierhub.persistence.audit.Audited;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code tier_configuration_request}. Fields only: the rules are the aggregate's. */
@Entity
@Table(name = "tier_configuration_request")
class TierConfigurationRequestEntity {

  @Id public String id;

  @Column(updatable = false)
  @Audited("configuration.id")
  public String configurationId;

  @Column(updatable = false)
  public int number;

  @Column(updatable = false)
  @Audited("type")
  public String type;

  @Audited("status")
  public String status;

  @Column(updatable = false)
  public String productId;

  @Column(updatable = false)
  public String vendorId;

  @Column(updatable = false)
  public String distributorId;

  @Column(updatable = false)
  public String environment;

  @Column(updatable = false)
  public String connectionId;

  @Column(updatable = false)
  public String accountId;

  @Column(updatable = false)
  public int tierLevel;

  @Column(updatable = false)
  public @Nullable String marketplaceId;

  @Column(updatable = false)
  public @Nullable String tier2Id;

  @Audited("parent_configuration.id")
  public @Nullable String parentConfigurationId;

  @Column(updatable = false)
  public @Nullable String previousApprovedId;

  @Audited(value = "params", as = Audited.As.PARAMS)
  public String params;

  @Audited("assignee.id")
  public @Nullable String assigneeId;

  public @Nullable String assigneeName;

  @Audited("template.id")
  public @Nullable String templateId;

  public @Nullable String templateName;
  public @Nullable String tile;

  @Audited("notes")
  public @Nullable String notes;

  @Audited("reason")
  public @Nullable String reason;

  @Audited("effective_date")
  public @Nullable Instant effectiveDate;

  @Column(updatable = false)
  public Instant createdAt;

  @Column(updatable = false)
  public @Nullable String createdById;

  @Column(updatable = false)
  public @Nullable String createdByName;

  public Instant updatedAt;
  public @Nullable String updatedById;
  public @Nullable String updatedByName;
  public @Nullable Instant inquiredAt;
  public @Nullable String inquiredById;
  public @Nullable String inquiredByName;
  public @Nullable Instant pendedAt;
  public @Nullable String pendedById;
  public @Nullable String pendedByName;
  public @Nullable Instant approvedAt;
  public @Nullable String approvedById;
  public @Nullable String approvedByName;
  public @Nullable Integer inquiry;
  public @Nullable Instant inquiredLastAt;
  @Version public long revision;
}
