package io.tierhub.benchmarks.alternative;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** A tier configuration request. */
@Entity
@Table(name = "tier_configuration_request")
public class ConfigurationRequestRow {

  @Id public String id;
  public String type;
  public String status;
  public String productId;
  public String vendorId;
  public String environment;
  public int tierLevel;
  public String params;
  public String tile;
  public String notes;
  public String reason;
  public String assigneeId;
  public String assigneeName;
  public String templateId;
  public String templateName;
  public String previousApprovedId;
  public OffsetDateTime effectiveDate;
  public OffsetDateTime createdAt;
  public String createdById;
  public String createdByName;
  public OffsetDateTime updatedAt;
  public String updatedById;
  public String updatedByName;
  public OffsetDateTime inquiredAt;
  public String inquiredById;
  public String inquiredByName;
  public OffsetDateTime pendedAt;
  public String pendedById;
  public String pendedByName;
  public OffsetDateTime approvedAt;
  public String approvedById;
  public String approvedByName;

  @ManyToOne
  @JoinColumn(name = "configuration_id")
  public ConfigurationRow configuration;

  @ManyToOne
  @JoinColumn(name = "parent_configuration_id")
  public ConfigurationRow parentConfiguration;

  @ManyToOne
  @JoinColumn(name = "account_id")
  public TierRow account;

  @ManyToOne
  @JoinColumn(name = "tier2_id")
  public TierRow tier2;
}
