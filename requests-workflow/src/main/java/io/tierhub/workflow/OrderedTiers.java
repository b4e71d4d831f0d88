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
    Above above = new Above(found.existing(Tier.TIER2), null);
    if (found.toOpen(Tier.TIER2) instanceof AccountOpening opening) {
      above = above.put(openings, opening, AccountType.RESELLER, hub);
    }
    above =
        found.existing(Tier.TIER1) == null ? above : new Above(found.existing(Tier.TIER1), null);
    if (found.toOpen(Tier.TIER1) instanceof AccountOpening opening) {
      above = above.put(openings, opening, AccountType.RESELLER, hub);
    }
    if (found.toOpen(Tier.CUSTOMER) instanceof AccountOpening opening) {
      above.put(openings, opening, opening.type(), hub);
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

  /** Who is above the account that is opened next: an account, or one that is opened before it. */
  private record Above(@Nullable TierAccountId id, @Nullable Integer index) {

    Above(@Nullable AccountInOrder account, @Nullable Integer index) {
      this(account == null ? null : account.id(), index);
    }

    Above put(List<AccountOpening> openings, AccountOpening opening, AccountType as, HubId hub) {
      boolean root = id == null && index == null;
      openings.add(opening.placed(as, id, index, root ? hub : null));
      return new Above((TierAccountId) null, openings.size() - 1);
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
