package io.tierhub.persistence.template;

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
  public String scope;

  @Column(updatable = false)
  public String type;

  public String name;
  public String body;
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
