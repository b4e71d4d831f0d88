package io.tierhub.partner;

import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Stamp;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where a distributor sells, through one or more of its hubs. It never changes its owner. */
public final class Marketplace {

  private final MarketplaceId id;
  private final PartnerId owner;
  private final Stamp created;
  private final long revision;
  private Profile profile;
  private Stamp updated;

  private Marketplace(Snapshot kept) {
    this.id = kept.id();
    this.owner = kept.owner();
    this.created = kept.created();
    this.revision = kept.revision();
    this.profile = kept.profile();
    this.updated = kept.updated();
  }

  public static Marketplace open(
      MarketplaceId id, PartnerId owner, Profile profile, Stamp created) {
    return new Marketplace(new Snapshot(id, owner, profile, created, created, 0));
  }

  public static Marketplace restore(Snapshot kept) {
    return new Marketplace(kept);
  }

  public void describe(Profile to, Stamp by) {
    profile = to;
    updated = by;
  }

  public MarketplaceId id() {
    return id;
  }

  public PartnerId owner() {
    return owner;
  }

  public Snapshot snapshot() {
    return new Snapshot(id, owner, profile, created, updated, revision);
  }

  /** What its owner may change. */
  public record Profile(
      String name, @Nullable String description, Region region, List<Outlet> outlets) {

    public Profile {
      outlets = List.copyOf(outlets);
    }
  }

  /**
   * Where on earth it sells, and for what money.
   *
   * @param zone a continent
   * @param countries of ISO 3166, in capitals
   * @param currency of ISO 4217
   */
  public record Region(
      @Nullable Zone zone, SortedSet<String> countries, @Nullable String currency) {

    public static final Region UNKNOWN = new Region(null, new TreeSet<>(), null);

    public Region {
      countries = Collections.unmodifiableSortedSet(new TreeSet<>(countries));
    }
  }

  /** A continent, as the wire abbreviates it. */
  public enum Zone {
    AF,
    AS,
    EU,
    NA,
    OC,
    SA
  }

  /**
   * A hub that sells there.
   *
   * @param externalId what the marketplace is called in that hub
   */
  public record Outlet(HubId hub, @Nullable String externalId) {}

  /** Everything that is kept and nothing derived. */
  public record Snapshot(
      MarketplaceId id,
      PartnerId owner,
      Profile profile,
      Stamp created,
      Stamp updated,
      long revision) {}
}
