package io.tierhub.persistence.partner;

import io.tierhub.persistence.audit.Audited;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code api_token}. Fields only: the rules are the aggregate's. */
@Entity
@Table(name = "api_token")
class ApiTokenEntity {

  @Id public String id;

  @Column(updatable = false)
  public String partnerId;

  @Column(updatable = false)
  public String environment;

  @Audited("name")
  public String name;

  @Audited("description")
  public @Nullable String description;

  @Audited("external_id")
  public @Nullable String externalId;

  @Audited("status")
  public String status;

  @Audited(value = "token", as = Audited.As.SECRET)
  public byte[] secretHash;

  @Audited("expiration_date")
  public @Nullable Instant expiresAt;

  public byte @Nullable [] previousSecretHash;
  public @Nullable Instant previousSecretExpiresAt;

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
