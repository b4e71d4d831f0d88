package io.tierhub.persistence.catalog;

import io.tierhub.persistence.audit.Audited;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code connection}. Fields only: the rules are the aggregate's. */
@Entity
@Table(name = "connection")
class ConnectionEntity {

  @Id public String id;

  @Column(updatable = false)
  @Audited("product.id")
  public String productId;

  @Column(updatable = false)
  public String vendorId;

  @Column(updatable = false)
  public String distributorId;

  @Column(updatable = false)
  @Audited("hub.id")
  public String hubId;

  @Column(updatable = false)
  @Audited("type")
  public String type;

  @Audited("status")
  public String status;

  @Column(updatable = false)
  public Instant createdAt;

  @Column(updatable = false)
  public @Nullable String createdById;

  @Column(updatable = false)
  public @Nullable String createdByName;

  public Instant updatedAt;
  public @Nullable String updatedById;
  public @Nullable String updatedByName;
  @Version public long revision;
}
