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
  public OffsetDateTime createdAt;
  public OffsetDateTime updatedAt;
  public OffsetDateTime approvedAt;

  @ManyToOne
  @JoinColumn(name = "configuration_id")
  public ConfigurationRow configuration;

  @ManyToOne
  @JoinColumn(name = "parent_configuration_id")
  public ConfigurationRow parentConfiguration;

  @ManyToOne
  @JoinColumn(name = "tier2_id")
  public TierRow tier2;
}
