package io.tierhub.benchmarks.alternative;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** A fulfillment request. */
@Entity
@Table(name = "fulfillment_request")
public class RequestRow {

  @Id public String id;
  public String type;
  public String status;
  public String productId;
  public String vendorId;
  public String environment;
  public String items;
  public String params;
  public String note;
  public String tile;
  public OffsetDateTime createdAt;
  public OffsetDateTime updatedAt;

  @ManyToOne
  @JoinColumn(name = "asset_id")
  public AssetRow asset;
}
