package io.tierhub.persistence.partner;

import io.tierhub.persistence.audit.Audited;
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

  @Audited("name")
  public String name;

  @Audited("description")
  public @Nullable String description;

  @Audited("instance.type")
  public String instanceType;

  @Audited("instance.id")
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
