package io.tierhub.benchmarks.alternative;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** A connection. */
@Entity
@Table(name = "connection")
public class ConnectionRow {

  @Id public String id;
  public String type;
  public String status;
  public OffsetDateTime createdAt;

  @ManyToOne
  @JoinColumn(name = "vendor_id")
  public PartnerRow vendor;

  @ManyToOne
  @JoinColumn(name = "distributor_id")
  public PartnerRow distributor;

  @ManyToOne
  @JoinColumn(name = "hub_id")
  public HubRow hub;
}
