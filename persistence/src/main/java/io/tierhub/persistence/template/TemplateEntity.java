package io.tierhub.persistence.template;

import io.tierhub.persistence.audit.Audited;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code product_template}. Fields only: the rules are the aggregate's. */
@Entity
@Table(name = "product_template")
class TemplateEntity {

  @Id public String id;

  @Column(updatable = false)
  public String productId;

  @Column(updatable = false)
  @Audited("scope")
  public String scope;

  @Column(updatable = false)
  @Audited("type")
  public String type;

  @Audited("name")
  public String name;

  @Audited("body")
  public String body;

  @Audited("position")
  public long position;

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
