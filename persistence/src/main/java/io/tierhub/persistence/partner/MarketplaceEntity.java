package io.tierhub.persistence.partner;

import io.tierhub.persistence.audit.Audited;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of {@code marketplace} with its hubs. Fields only: the rules are the aggregate's. */
@Entity
@Table(name = "marketplace")
class MarketplaceEntity {

  @Id public String id;

  @Column(updatable = false)
  public String partnerId;

  @Audited("name")
  public String name;

  @Audited("description")
  public @Nullable String description;

  @Audited("zone")
  public @Nullable String zone;

  @Audited("currency")
  public @Nullable String currency;

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(name = "marketplace_country", joinColumns = @JoinColumn(name = "marketplace_id"))
  public Set<Country> countries = new HashSet<>();

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(name = "marketplace_hub", joinColumns = @JoinColumn(name = "marketplace_id"))
  public Set<Outlet> outlets = new HashSet<>();

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

  /** A row of {@code marketplace_country}. */
  @Embeddable
  record Country(String countryId, String name) {}

  /** A row of {@code marketplace_hub}. */
  @Embeddable
  record Outlet(String hubId, @Nullable String externalId) {}
}
