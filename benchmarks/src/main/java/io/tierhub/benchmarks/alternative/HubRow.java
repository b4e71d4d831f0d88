package io.tierhub.benchmarks.alternative;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A hub. */
@Entity
@Table(name = "hub")
public class HubRow {

  @Id public String id;
  public String name;
}
