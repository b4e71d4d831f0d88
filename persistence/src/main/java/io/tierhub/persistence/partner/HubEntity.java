package io.tierhub.persistence.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code hub}. Fields only: the rules are the aggregate's. */
@Entity
@Table(name = "hub")
class HubEntity {

  @Id public String id;

  @Column(updatable = false)
  public String partnerId;

  public String name;
  public @Nullable String description;
  public String instanceType;
  public @Nullable String instanceId;

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
