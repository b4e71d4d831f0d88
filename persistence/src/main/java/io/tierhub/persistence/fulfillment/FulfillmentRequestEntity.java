package io.tierhub.persistence.fulfillment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code fulfillment_request}. */
@Entity
@Table(name = "fulfillment_request")
class FulfillmentRequestEntity {

  @Id public String id;

  @Column(updatable = false)
  public String assetId;

  @Column(updatable = false)
  public int number;

  @Column(updatable = false)
  public String type;

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
  public @Nullable String previousApprovedId;

  public String items;
  public String params;
  public @Nullable String assigneeId;
  public @Nullable String assigneeName;
  public @Nullable String templateId;
  public @Nullable String templateName;
  public @Nullable String tile;
  public @Nullable String note;
  public @Nullable String reason;
  public @Nullable Instant effectiveDate;

  @Column(updatable = false)
  public Instant createdAt;

  @Column(updatable = false)
  public @Nullable String createdById;

  @Column(updatable = false)
  public @Nullable String createdByName;

  public Instant updatedAt;
  public @Nullable Integer inquiry;
  public @Nullable Instant inquiredLastAt;
  @Version public long revision;
}
