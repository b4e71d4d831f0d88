package io.tierhub.benchmarks.alternative;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An account within something else. */
@Entity
@Table(name = "tier_account")
public class TierRow {

  @Id public String id;
  public int number;
  public String name;
  public String type;
  public String externalId;
  public String externalUid;
  public String taxId;
  public String contactInfo;
}
