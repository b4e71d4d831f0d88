package io.tierhub.persistence.webhook;

import io.tierhub.persistence.audit.Audited;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code webhook}. Fields only: the rules are the aggregate's. */
@Entity
@Table(name = "webhook")
class WebhookEntity {

  @Id public String id;

  @Column(updatable = false)
  public String ownerId;

  @Column(updatable = false)
  public String environment;

  @Audited("type")
  public String type;

  @Audited("object_class")
  public String objectClass;

  @Audited("label")
  public String label;

  @Audited("description")
  public @Nullable String description;

  @Audited("active")
  public boolean active;

  @Audited("external_url")
  public String url;

  @Audited("product.id")
  public @Nullable String productId;

  @Audited(value = "data", as = Audited.As.JSON)
  public String data;

  /** Keys of other programs stand there. */
  @Audited(value = "headers", as = Audited.As.SECRET)
  public String headers;

  @Audited(value = "jwt_secret", as = Audited.As.SECRET)
  public String jwtSecret;

  @Audited(value = "signing_secret", as = Audited.As.SECRET)
  public String signingSecret;

  public int secretNumber;
  public @Nullable String previousJwtSecret;
  public @Nullable String previousSigningSecret;
  public Instant secretsFrom;

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
