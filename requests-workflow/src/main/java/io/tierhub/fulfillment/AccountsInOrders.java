package io.tierhub.fulfillment;

import io.tierhub.account.TierAccountId;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The tier accounts as orders find and hold them. Whoever makes or ends an asset holds the accounts
 * of its chain, but for whoever ends many at once, and whoever changes an account holds it alone:
 * so a change always knows in which products the account is in use (design §4.3).
 */
public interface AccountsInOrders {

  /** The living account, if it is the owner's and of the environment. */
  Optional<AccountInOrder> find(PartnerId owner, Environment environment, TierAccountId id);

  Optional<AccountInOrder> byExternalUid(
      PartnerId owner, Environment environment, String externalUid);

  /** The living accounts of that external id, which need not be unique; the first few. */
  List<AccountInOrder> byExternalId(PartnerId owner, Environment environment, String externalId);

  /**
   * Holds accounts that are about to play these tiers until the transaction ends: shared with other
   * orders, or alone if an account never played that tier, because then it must be noted on it.
   *
   * @return those that still live, as they are now
   */
  List<AccountInOrder> hold(SortedMap<TierAccountId, Set<Tier>> roles);

  /**
   * Holds accounts, shared with other orders, until the transaction ends: they are not
   * decommissioned meanwhile. For who is not in use by it, as in drafts and tier requests.
   *
   * @return those that still live, as they are now, by id
   */
  List<AccountInOrder> holdShared(Collection<TierAccountId> ids);

  /** Notes on the accounts, which are held or new, what they play in which product. */
  void bind(TierChain chain, Sale sale);
}
