package io.tierhub.workflow;

import io.tierhub.account.AccountType;
import io.tierhub.account.TierAccountId;
import io.tierhub.account.Trees;
import io.tierhub.fulfillment.AccountInOrder;
import io.tierhub.fulfillment.AccountsInOrders;
import io.tierhub.fulfillment.Tier;
import io.tierhub.fulfillment.TierChain;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.partner.HubId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Settles who the tiers of a request are: holds the accounts that were found, opens the others. */
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
   * The chain of an order, with its accounts held so that what they play can be noted on them.
   *
   * @param hub of the connection: what is opened at the root of a tree belongs to it
   */
  TierChain chain(Actor actor, FoundTiers found, HubId hub) {
    return chain(settle(actor, found, hub, accounts::hold));
  }

  /** The chain of a draft, which plays nothing yet. */
  TierChain draftedChain(Actor actor, FoundTiers found, HubId hub) {
    return chain(resellers(actor, found, hub));
  }

  private static TierChain chain(Map<Tier, TierAccountId> settled) {
    TierAccountId customer = settled.get(Tier.CUSTOMER);
    TierAccountId tier1 = settled.get(Tier.TIER1);
    if (customer == null || tier1 == null) {
      throw new IllegalStateException("the tiers were not judged");
    }
    return new TierChain(customer, tier1, settled.get(Tier.TIER2));
  }

  /** The accounts of a request that sells nothing. */
  Map<Tier, TierAccountId> resellers(Actor actor, FoundTiers found, HubId hub) {
    return settle(actor, found, hub, roles -> accounts.holdShared(roles.keySet()));
  }

  /**
   * Holds accounts that are named already, so that they are not decommissioned meanwhile.
   *
   * @param named the accounts, and where each is named
   * @throws Refused naming those that were decommissioned since they were named
   */
  void holdLiving(Map<TierAccountId, String> named) {
    Set<TierAccountId> living =
        accounts.holdShared(named.keySet()).stream()
            .map(AccountInOrder::id)
            .collect(Collectors.toSet());
    Faults faults = new Faults();
    named.forEach((id, pointer) -> {
      if (!living.contains(id)) {
        faults.add(Refusal.TIERS_INVALID, pointer, id + " is decommissioned.");
      }
    });
    faults.refuseIfAny();
  }

  private Map<Tier, TierAccountId> settle(
      Actor actor,
      FoundTiers found,
      HubId hub,
      Function<SortedMap<TierAccountId, Set<Tier>>, List<AccountInOrder>> lock) {
    hold(found, lock);
    Map<Tier, TierAccountId> settled = new EnumMap<>(Tier.class);
    List<AccountOpening> openings = new ArrayList<>();
    List<Tier> opened = new ArrayList<>();
    TierAccountId above = null;
    Integer openedAbove = null;
    for (Tier tier : TOP_DOWN) {
      AccountInOrder existing = found.existing(tier);
      AccountOpening opening = found.toOpen(tier);
      if (existing != null) {
        settled.put(tier, existing.id());
        above = existing.id();
        openedAbove = null;
      } else if (opening != null) {
        AccountType as = tier == Tier.CUSTOMER ? opening.type() : AccountType.RESELLER;
        boolean root = above == null && openedAbove == null;
        openings.add(opening.placed(as, above, openedAbove, root ? hub : null));
        opened.add(tier);
        above = null;
        openedAbove = openings.size() - 1;
      }
    }
    if (!openings.isEmpty()) {
      List<TierAccountId> ids = open(actor, openings);
      for (int i = 0; i < ids.size(); i++) {
        settled.put(opened.get(i), ids.get(i));
      }
    }
    return settled;
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

  /**
   * Trees before rows, as everybody does. What was found unlocked must still be so under the locks;
   * if it is not, another transaction came between, and a second look finds what it left.
   */
  private void hold(
      FoundTiers found, Function<SortedMap<TierAccountId, Set<Tier>>, List<AccountInOrder>> lock) {
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
    if (!expected.equals(Set.copyOf(lock.apply(roles)))) {
      throw new ConcurrencyFailureException("an account of the order was changed meanwhile");
    }
  }
}
