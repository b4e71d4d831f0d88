package io.tierhub.persistence.parameter;

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
  public String name;

  public String title;
  public @Nullable String description;

  @Column(updatable = false)
  public String type;

  @Column(updatable = false)
  public String scope;

  @Column(updatable = false)
  public String phase;

  public @Nullable String hint;
  public @Nullable String placeholder;
  public @Nullable String defaultValue;
  public String constraints;
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
