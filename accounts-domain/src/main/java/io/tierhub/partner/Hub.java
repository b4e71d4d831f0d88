package io.tierhub.partner;

import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Stamp;
import org.jspecify.annotations.Nullable;

/** A distributor's commerce system, from which orders come. It never changes its owner. */
public final class Hub {

  private final HubId id;
  private final PartnerId owner;
  private final Stamp created;
  private final long revision;
  private Profile profile;
  private Stamp updated;

  private Hub(Snapshot kept) {
    this.id = kept.id();
    this.owner = kept.owner();
    this.created = kept.created();
    this.revision = kept.revision();
    this.profile = kept.profile();
    this.updated = kept.updated();
  }

  public static Hub open(HubId id, PartnerId owner, Profile profile, Stamp created) {
    return new Hub(new Snapshot(id, owner, profile, created, created, 0));
  }

  public static Hub restore(Snapshot kept) {
    return new Hub(kept);
  }

  public void describe(Profile to, Stamp by) {
    profile = to;
    updated = by;
  }

  public HubId id() {
    return id;
  }

  public PartnerId owner() {
    return owner;
  }

  public Snapshot snapshot() {
    return new Snapshot(id, owner, profile, created, updated, revision);
  }

  /** What its owner may change. */
  public record Profile(String name, @Nullable String description, HubInstance instance) {}

  /** Everything that is kept and nothing derived. */
  public record Snapshot(
      HubId id, PartnerId owner, Profile profile, Stamp created, Stamp updated, long revision) {}
}
