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
  private String name;
  private @Nullable String description;
  private Stamp updated;

  private Hub(Snapshot kept) {
    this.id = kept.id();
    this.owner = kept.owner();
    this.created = kept.created();
    this.revision = kept.revision();
    this.name = kept.name();
    this.description = kept.description();
    this.updated = kept.updated();
  }

  public static Hub open(
      HubId id, PartnerId owner, String name, @Nullable String description, Stamp created) {
    return new Hub(new Snapshot(id, owner, name, description, created, created, 0));
  }

  public static Hub restore(Snapshot kept) {
    return new Hub(kept);
  }

  public void describe(String newName, @Nullable String newDescription, Stamp by) {
    name = newName;
    description = newDescription;
    updated = by;
  }

  public HubId id() {
    return id;
  }

  public PartnerId owner() {
    return owner;
  }

  public Snapshot snapshot() {
    return new Snapshot(id, owner, name, description, created, updated, revision);
  }

  /** Everything that is kept and nothing derived. */
  public record Snapshot(
      HubId id,
      PartnerId owner,
      String name,
      @Nullable String description,
      Stamp created,
      Stamp updated,
      long revision) {}
}
