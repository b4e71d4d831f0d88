package io.tierhub.persistence.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code product}. Fields only: the rules are the aggregate's. */
@Entity
@Table(name = "product")
class ProductEntity {

  @Id public String id;

  @Column(updatable = false)
  public String vendorId;

  public String name;
  public @Nullable String externalId;
  public String status;
  public @Nullable String shortDescription;
  public @Nullable String detailedDescription;

  @JdbcTypeCode(SqlTypes.JSON)
  public String capabilities;

  @JdbcTypeCode(SqlTypes.JSON)
  public String customerUiSettings;

  @Column(updatable = false)
  public Instant createdAt;

  @Column(updatable = false)
  public @Nullable String createdById;

  @Column(updatable = false)
  public @Nullable String createdByName;

  public @Nullable Instant publishedAt;
  public @Nullable String publishedById;
  public @Nullable String publishedByName;
  public Instant updatedAt;
  public @Nullable String updatedById;
  public @Nullable String updatedByName;
  @Version public long revision;
}
