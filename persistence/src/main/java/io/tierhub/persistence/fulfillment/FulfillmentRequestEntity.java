package io.tierhub.persistence.fulfillment;

import io.tierhub.persistence.audit.Audited;
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
  @Audited("asset.id")
  public String assetId;

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
  public @Nullable String previousApprovedId;

  @Audited(value = "asset.items", as = Audited.As.JSON)
  public String items;

  @Audited(value = "asset.params", as = Audited.As.PARAMS)
  public String params;

  @Audited("assignee.id")
  public @Nullable String assigneeId;

  public @Nullable String assigneeName;

  @Audited("template.id")
  public @Nullable String templateId;

  public @Nullable String templateName;
  public @Nullable String tile;

  @Audited("note")
  public @Nullable String note;

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
  public @Nullable Integer inquiry;
  public @Nullable Instant inquiredLastAt;
  @Version public long revision;
}
