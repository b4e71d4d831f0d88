package io.tierhub.account;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import java.util.List;
import java.util.Optional;

/** All tier accounts that were ever opened. Every method belongs into a transaction. */
public interface TierAccounts {

  /** Keeps new accounts and their first versions; parents come before their children. */
  void addAll(List<TierAccount> accounts);

  /** The living account, with nobody else changing it until the transaction ends. */
  Optional<TierAccount> lock(TierAccountId id);

  /** Keeps what changed, and the next version if there is one. */
  void save(TierAccount account);

  /** The living account as it is now, unlocked. */
  Optional<TierAccount> peek(TierAccountId id);

  /**
   * The living account of that uid.
   *
   * @param externalUid unique among living accounts of owner and environment
   */
  Optional<TierAccountId> byExternalUid(
      PartnerId owner, Environment environment, String externalUid);

  /** Whether the actor may see the living account at all. */
  boolean isVisible(Actor actor, TierAccountId id);

  /**
   * What keeps the account from being decommissioned: living children, unterminated assets and open
   * tier requests (design §4.4).
   */
  List<Holder> holders(TierAccountId id);

  /** The tier configurations of the account, which keep it a reseller besides its holders. */
  List<Holder> configurations(TierAccountId id);

  /**
   * @param kind {@code child}, {@code asset}, …
   */
  record Holder(String kind, String id) {}
}
