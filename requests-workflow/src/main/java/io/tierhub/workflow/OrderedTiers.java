package io.tierhub.workflow;

import io.tierhub.account.AccountType;
import io.tierhub.account.TierAccountId;
import io.tierhub.account.Trees;
import io.tierhub.fulfillment.AccountInOrder;
import io.tierhub.fulfillment.AccountsInOrders;
import io.tierhub.fulfillment.Tier;
import io.tierhub.fulfillment.TierChain;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.partner.HubId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Makes the chain of an order from the accounts that were found: holds them, opens the others. */
@Component
class OrderedTiers {

  /** A parent is opened before its child. */
  private static final List<Tier> TOP_DOWN = List.of(Tier.TIER2, Tier.TIER1, Tier.CUSTOMER);

  private final AccountsInOrders accounts;
  private final OpenTierAccounts open;
  private final Trees trees;

  OrderedTiers(AccountsInOrders accounts, OpenTierAccounts open, Trees trees) {
    this.accounts = accounts;
    this.open = open;
    this.trees = trees;
  }

  /**
   * @param hub of the connection: what is opened at the root of a tree belongs to it
   */
  TierChain settle(Actor actor, FoundTiers found, HubId hub) {
    hold(found);
    List<AccountOpening> openings = new ArrayList<>();
    TierAccountId above = null;
    Integer openedAbove = null;
    for (Tier tier : TOP_DOWN) {
      AccountInOrder existing = found.existing(tier);
      AccountOpening opening = found.toOpen(tier);
      if (existing != null) {
        above = existing.id();
        openedAbove = null;
      } else if (opening != null) {
        AccountType as = tier == Tier.CUSTOMER ? opening.type() : AccountType.RESELLER;
        boolean root = above == null && openedAbove == null;
        openings.add(opening.placed(as, above, openedAbove, root ? hub : null));
        above = null;
        openedAbove = openings.size() - 1;
      }
    }
    return chain(found, openings.isEmpty() ? List.of() : open(actor, openings));
  }

  /** What was looked for and not found, but is there now, another order has opened meanwhile. */
  private List<TierAccountId> open(Actor actor, List<AccountOpening> openings) {
    try {
      return open.open(actor, openings);
    } catch (Refused refused) {
      if (refused.why() == Refusal.ACCOUNT_EXISTS) {
        throw new ConcurrencyFailureException("an account was opened meanwhile", refused);
      }
      throw refused;
    }
  }

  private static TierChain chain(FoundTiers found, List<TierAccountId> opened) {
    List<TierAccountId> left = new ArrayList<>(opened);
    TierAccountId tier2 = next(found, Tier.TIER2, left);
    TierAccountId tier1 = next(found, Tier.TIER1, left);
    TierAccountId customer = next(found, Tier.CUSTOMER, left);
    if (tier1 == null || customer == null) {
      throw new IllegalStateException("the tiers were not judged");
    }
    return new TierChain(customer, tier1, tier2);
  }

  private static @Nullable TierAccountId next(
      FoundTiers found, Tier tier, List<TierAccountId> opened) {
    AccountInOrder existing = found.existing(tier);
    if (existing != null) {
      return existing.id();
    }
    return found.toOpen(tier) == null ? null : opened.removeFirst();
  }

  /**
   * Trees before rows, as everybody does. What was found unlocked must still be so under the locks;
   * if it is not, another transaction came between, and a second look finds what it left.
   */
  private void hold(FoundTiers found) {
    SortedMap<TierAccountId, Set<Tier>> roles = new TreeMap<>(TierChain.BY_ID);
    Set<AccountInOrder> expected = new HashSet<>();
    boolean opens = false;
    for (Tier tier : Tier.values()) {
      AccountInOrder existing = found.existing(tier);
      if (existing != null) {
        expected.add(existing);
        roles.computeIfAbsent(existing.id(), id -> EnumSet.noneOf(Tier.class)).add(tier);
      }
      opens |= found.toOpen(tier) != null;
    }
    if (opens) {
      trees.holdShared(roles.keySet());
    }
    if (!expected.equals(Set.copyOf(accounts.hold(roles)))) {
      throw new ConcurrencyFailureException("an account of the order was changed meanwhile");
    }
  }
}
