package io.tierhub.persistence.parameter;

import io.tierhub.persistence.audit.Audited;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code product_parameter}. Fields only: the rules are the aggregate's. */
@Entity
@Table(name = "product_parameter")
class ParameterEntity {

  @Id public String id;

  @Column(updatable = false)
  public String productId;

  @Column(updatable = false)
  @Audited("name")
  public String name;

  @Audited("title")
  public String title;

  @Audited("description")
  public @Nullable String description;

  @Column(updatable = false)
  @Audited("type")
  public String type;

  @Column(updatable = false)
  @Audited("scope")
  public String scope;

  @Column(updatable = false)
  @Audited("phase")
  public String phase;

  @Audited("hint")
  public @Nullable String hint;

  @Audited("placeholder")
  public @Nullable String placeholder;

  @Audited(value = "default", as = Audited.As.SECRET)
  public @Nullable String defaultValue;

  @Audited(value = "constraints", as = Audited.As.JSON)
  public String constraints;

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
