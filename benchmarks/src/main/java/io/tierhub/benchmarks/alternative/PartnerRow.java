package io.tierhub.benchmarks.alternative;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A company. */
@Entity
@Table(name = "partner")
public class PartnerRow {

  @Id public String id;
  public String name;
  public String icon;
}
