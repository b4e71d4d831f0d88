package io.tierhub.persistence.catalog;

import io.tierhub.persistence.audit.Audited;
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

  @Audited("name")
  public String name;

  @Audited("external_id")
  public @Nullable String externalId;

  @Audited("status")
  public String status;

  @Audited("short_description")
  public @Nullable String shortDescription;

  @Audited("detailed_description")
  public @Nullable String detailedDescription;

  @JdbcTypeCode(SqlTypes.JSON)
  @Audited(value = "capabilities", as = Audited.As.JSON)
  public String capabilities;

  @JdbcTypeCode(SqlTypes.JSON)
  @Audited(value = "customer_ui_settings", as = Audited.As.JSON)
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
