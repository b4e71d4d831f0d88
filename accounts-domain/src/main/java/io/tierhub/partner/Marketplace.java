package io.tierhub.partner;

import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Stamp;
import java.util.List;
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
  public record Profile(String name, @Nullable String description, List<Outlet> outlets) {

    public Profile {
      outlets = List.copyOf(outlets);
    }
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
