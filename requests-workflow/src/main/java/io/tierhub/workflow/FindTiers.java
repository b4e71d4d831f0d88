package io.tierhub.workflow;

import io.tierhub.account.AccountType;
import io.tierhub.account.TierAccountId;
import io.tierhub.fulfillment.AccountInOrder;
import io.tierhub.fulfillment.AccountsInOrders;
import io.tierhub.fulfillment.SalesChannel;
import io.tierhub.fulfillment.Tier;
import io.tierhub.fulfillment.TierChain;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the accounts that an order names as its tiers, and judges whether they fit. */
@Component
class FindTiers {

  private final AccountsInOrders accounts;

  FindTiers(AccountsInOrders accounts) {
    this.accounts = accounts;
  }

  /**
   * Looks at the accounts without holding them.
   *
   * @param channel through which is ordered, unless that is a fault itself
   * @param faults takes every fault
   */
  FoundTiers find(Actor actor, WantedTiers wanted, @Nullable SalesChannel channel, Faults faults) {
    FoundTiers found = new FoundTiers(wanted);
    wanted
        .choices()
        .forEach((tier, choice) -> {
          faults.check(() -> find(actor, choice, tier, found));
          AccountInOrder account = found.existing(tier);
          if (account != null) {
            faults.check(() -> requireFits(account, tier, found.pointer(tier), channel));
          }
        });
    faults.check(() -> requireDifferent(found));
    return found;
  }

  /**
   * Looks at the accounts of a draft again: they are the actor's own, but may have ended since, or
   * become something else.
   */
  FoundTiers again(Actor actor, TierChain drafted, @Nullable SalesChannel channel, Faults faults) {
    FoundTiers found = new FoundTiers(new WantedTiers());
    for (Tier tier : Tier.values()) {
      drafted
          .at(tier)
          .ifPresent(id ->
              faults.check(() -> {
                AccountInOrder account =
                    living(actor, id)
                        .orElseThrow(() ->
                            Refused.at(
                                Refusal.TIERS_INVALID,
                                tier.pointer(),
                                id + " was decommissioned since the draft was made."));
                requireFits(account, tier, tier.pointer(), channel);
                found.exists(tier, account);
              }));
    }
    return found;
  }

  private void find(Actor actor, TierChoice choice, Tier tier, FoundTiers found) {
    switch (choice) {
      case TierChoice.FromTheTree _ -> fromTheTree(actor, tier, found);
      case TierChoice.Nobody _ -> {
        if (tier != Tier.TIER2) {
          throw Refused.at(
              Refusal.TIERS_INVALID, found.pointer(tier), "An order needs this account.");
        }
      }
      case TierChoice.Known(TierAccountId id, boolean withData) -> {
        AccountInOrder account =
            living(actor, id)
                .orElseThrow(() ->
                    Refused.at(
                        Refusal.TIERS_INVALID,
                        found.pointer(tier) + "/id",
                        "There is no account %s of yours in %s."
                            .formatted(id, actor.environment().wire())));
        use(account, withData, tier, found);
      }
      case TierChoice.Described described -> {
        Optional<AccountInOrder> account = described(actor, described, found.pointer(tier));
        account.ifPresent(existing -> use(existing, described.withData(), tier, found));
        if (account.isEmpty()) {
          found.isToOpen(tier, described.opening().get());
        }
      }
    }
  }

  private Optional<AccountInOrder> living(Actor actor, TierAccountId id) {
    return accounts.find(actor.account(), actor.environment(), id);
  }

  private static void use(AccountInOrder account, boolean withData, Tier tier, FoundTiers found) {
    found.exists(tier, account);
    if (withData) {
      found.warn(
          tier,
          account.id()
              + " exists and is used as it is; the data sent with it was ignored. Change it with PUT"
              + " /tier/accounts/"
              + account.id()
              + ".");
    }
  }

  /** Above the tier below; there is no tier 2 if nobody is above, but there must be a tier 1. */
  private void fromTheTree(Actor actor, Tier tier, FoundTiers found) {
    Tier below = Tier.values()[tier.ordinal() - 1];
    if (!found.isKnown(below)) {
      return; // That is a fault already, and the only one.
    }
    AccountInOrder account = found.existing(below);
    AccountOpening opening = found.toOpen(below);
    TierAccountId parent =
        account != null ? account.parent() : opening != null ? opening.parent() : null;
    Optional<AccountInOrder> above = parent == null ? Optional.empty() : living(actor, parent);
    above.ifPresent(one -> found.exists(tier, one));
    if (above.isEmpty() && tier == Tier.TIER1) {
      throw Refused.at(
          Refusal.TIERS_INVALID,
          found.pointer(tier),
          "An order needs a tier 1: name it, or a customer that has a parent.");
    }
  }

  private Optional<AccountInOrder> described(
      Actor actor, TierChoice.Described described, String pointer) {
    if (described.externalUid() != null) {
      return accounts.byExternalUid(actor.account(), actor.environment(), described.externalUid());
    }
    if (described.externalId() == null) {
      return Optional.empty();
    }
    List<AccountInOrder> matching =
        accounts.byExternalId(actor.account(), actor.environment(), described.externalId());
    if (matching.size() > 1) {
      throw Refused.at(
          Refusal.TIERS_INVALID,
          pointer + "/external_id",
          "Several accounts have this external_id, name one by id: %s."
              .formatted(String.join(", ", matching.stream().map(a -> a.id().value()).toList())));
    }
    return matching.stream().findFirst();
  }

  private static void requireFits(
      AccountInOrder account, Tier tier, String pointer, @Nullable SalesChannel channel) {
    if (tier != Tier.CUSTOMER && account.type() != AccountType.RESELLER) {
      throw Refused.at(
          Refusal.TIERS_INVALID,
          pointer,
          "%s is a customer; only a reseller can be %s.".formatted(account.id(), tier.wire()));
    }
    if (channel != null && account.hub() != null && !account.hub().equals(channel.hub())) {
      throw Refused.at(
          Refusal.TIERS_INVALID,
          pointer,
          "%s belongs to hub %s, but the connection %s to hub %s."
              .formatted(account.id(), account.hub(), channel.connection(), channel.hub()));
    }
  }

  private static void requireDifferent(FoundTiers found) {
    AccountInOrder tier1 = found.existing(Tier.TIER1);
    AccountInOrder tier2 = found.existing(Tier.TIER2);
    if (tier1 != null && tier2 != null && tier1.id().equals(tier2.id())) {
      throw Refused.at(
          Refusal.TIERS_INVALID,
          found.pointer(Tier.TIER2),
          tier1.id() + " cannot be tier 1 and tier 2 of the same order.");
    }
    for (Tier tier : List.of(Tier.TIER1, Tier.TIER2)) {
      for (Tier below : Tier.values()) {
        if (below.compareTo(tier) < 0 && isSame(found.toOpen(below), found.toOpen(tier))) {
          throw Refused.at(
              Refusal.TIERS_INVALID,
              found.pointer(tier) + "/external_uid",
              "This new account would be %s too: open it first, then name it by id."
                  .formatted(below.wire()));
        }
      }
    }
  }

  private static boolean isSame(@Nullable AccountOpening one, @Nullable AccountOpening other) {
    return one != null
        && other != null
        && one.externalUid() != null
        && one.externalUid().equals(other.externalUid());
  }
}
