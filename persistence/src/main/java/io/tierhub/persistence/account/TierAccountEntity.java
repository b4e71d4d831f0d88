package io.tierhub.persistence.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code tier_account}. Fields only: the rules are the aggregate's. */
@Entity
@Table(name = "tier_account")
class TierAccountEntity {

  @Id public String id;

  @Column(updatable = false)
  public String ownerId;

  @Column(updatable = false)
  public @Nullable String hubId;

  @Column(updatable = false)
  public String environment;

  public int number;
  public String type;
  public String name;
  public @Nullable String externalId;
  public String externalUid;
  public @Nullable String taxId;
  public @Nullable String parentId;
  public String contactInfo;
  public String email;

  @Column(updatable = false)
  public Instant createdAt;

  @Column(updatable = false)
  public @Nullable String createdById;

  @Column(updatable = false)
  public @Nullable String createdByName;

  public Instant updatedAt;
  public @Nullable String updatedById;
  public @Nullable String updatedByName;
  public @Nullable Instant decommissionedAt;
  public @Nullable String decommissionedById;
  public @Nullable String decommissionedByName;
  @Version public long revision;
}
