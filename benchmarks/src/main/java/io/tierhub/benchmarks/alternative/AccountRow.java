package io.tierhub.benchmarks.alternative;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** An account by itself. */
@Entity
@Table(name = "tier_account")
public class AccountRow {

  @Id public String id;
  public int number;
  public String name;
  public String type;
  public String externalId;
  public String externalUid;
  public String taxId;
  public String contactInfo;
  public short scopes;
  public String environment;
  public OffsetDateTime createdAt;
  public String createdById;
  public String createdByName;
  public OffsetDateTime updatedAt;
  public String updatedById;
  public String updatedByName;

  @ManyToOne
  @JoinColumn(name = "parent_id")
  public TierRow parent;

  @ManyToOne
  @JoinColumn(name = "owner_id")
  public PartnerRow owner;

  @ManyToOne
  @JoinColumn(name = "hub_id")
  public HubRow hub;
}
