package io.tierhub.account;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;
import io.tierhub.kernel.UserRef;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer or a reseller in its current state. It is opened with version 1; each change makes the
 * next version, and every version is kept; it ends by being decommissioned, and never comes back.
 * Its realm (owner, hub, environment) is given at birth and stays.
 */
public final class TierAccount {

  private final TierAccountId id;
  private final Realm realm;
  private final Stamp created;
  private final long revision;
  private AccountProfile profile;
  private int version;
  private Stamp updated;
  private @Nullable Stamp decommissioned;

  private TierAccount(Snapshot kept) {
    this.id = kept.id();
    this.realm = kept.realm();
    this.created = kept.created();
    this.revision = kept.revision();
    this.profile = kept.profile();
    this.version = kept.version();
    this.updated = kept.updated();
    this.decommissioned = kept.decommissioned();
  }

  /**
   * Opens an account.
   *
   * @throws Refused with {@link Refusal#PARENT_REQUIRED} for a customer without parent
   */
  public static TierAccount open(
      TierAccountId id, Realm realm, AccountProfile profile, Stamp created) {
    requireParent(profile.type(), profile.parent() != null, "/parent");
    return new TierAccount(new Snapshot(id, realm, profile, 1, created, created, null, 0));
  }

  public static TierAccount restore(Snapshot kept) {
    return new TierAccount(kept);
  }

  /**
   * Takes on another profile and makes the next version; does nothing if nothing differs. Whether
   * the new parent fits is judged by {@link TreePlacement}, which knows the tree.
   *
   * @return the wire's names of the members that changed
   */
  public Set<String> change(AccountProfile to, Instant now, @Nullable UserRef by) {
    Set<String> differences = to.differencesFrom(profile);
    if (differences.isEmpty()) {
      return differences;
    }
    requireParent(to.type(), to.parent() != null, "/parent");
    profile = to;
    version++;
    updated = new Stamp(later(now, updated.at()), by);
    return differences;
  }

  /**
   * Ends the account's life. What holds it (children, assets) is looked at before, by who knows.
   */
  public void decommission(Instant now, @Nullable UserRef by) {
    decommissioned = new Stamp(later(now, updated.at()), by);
  }

  /**
   * @param pointer where the caller would have named the parent
   * @throws Refused with {@link Refusal#PARENT_REQUIRED} for a customer without parent
   */
  public static void requireParent(AccountType type, boolean hasParent, String pointer) {
    if (type == AccountType.CUSTOMER && !hasParent) {
      throw Refused.at(
          Refusal.PARENT_REQUIRED, pointer, "A customer needs a parent, which is a reseller.");
    }
  }

  /** A version never begins before the one it follows, even if the clock was set back. */
  private static Instant later(Instant now, Instant before) {
    return now.isAfter(before) ? now : before;
  }

  public TierAccountId id() {
    return id;
  }

  public Realm realm() {
    return realm;
  }

  public AccountProfile profile() {
    return profile;
  }

  public int version() {
    return version;
  }

  public Stamp updated() {
    return updated;
  }

  public boolean isLiving() {
    return decommissioned == null;
  }

  public Snapshot snapshot() {
    return new Snapshot(id, realm, profile, version, created, updated, decommissioned, revision);
  }

  /**
   * Everything that is kept and nothing derived.
   *
   * @param revision what the database counts to notice lost updates
   */
  public record Snapshot(
      TierAccountId id,
      Realm realm,
      AccountProfile profile,
      int version,
      Stamp created,
      Stamp updated,
      @Nullable Stamp decommissioned,
      long revision) {}
}
