package io.tierhub.persistence.account;

import io.tierhub.persistence.audit.Audited;
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
  @Audited("hub.id")
  public @Nullable String hubId;

  @Column(updatable = false)
  public String environment;

  @Audited("version")
  public int number;

  @Audited("type")
  public String type;

  @Audited("name")
  public String name;

  @Audited("external_id")
  public @Nullable String externalId;

  @Audited("external_uid")
  public String externalUid;

  @Audited("tax_id")
  public @Nullable String taxId;

  @Audited("parent.id")
  public @Nullable String parentId;

  @Audited(value = "contact_info", as = Audited.As.JSON)
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

  @Audited("events.decommissioned.at")
  public @Nullable Instant decommissionedAt;

  public @Nullable String decommissionedById;
  public @Nullable String decommissionedByName;
  @Version public long revision;
}
