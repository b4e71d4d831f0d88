package io.tierhub.persistence.partner;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code partner}. */
@Entity
@Table(name = "partner")
class PartnerEntity {

  @Id public String id;
  public String role;
  public String name;
  public @Nullable String icon;
  public Instant createdAt;
  public Instant updatedAt;
}
