package io.tierhub.fulfillment;

import io.tierhub.account.TierAccountId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of one order: the customer, its reseller and that one's reseller. Bought with the
 * asset and kept, even when the accounts are moved in their tree later (design §4.3).
 */
public record TierChain(
    TierAccountId customer, TierAccountId tier1, @Nullable TierAccountId tier2) {

  /** Locks are taken in this order. */
  public static final Comparator<TierAccountId> BY_ID = Comparator.comparing(TierAccountId::value);

  /**
   * @throws Refused if one account is tier 1 and tier 2 (design §4.12)
   */
  public TierChain {
    if (tier1.equals(tier2)) {
      throw Refused.at(
          Refusal.TIERS_INVALID,
          Tier.TIER2.pointer(),
          tier1 + " cannot be tier 1 and tier 2 of the same order.");
    }
  }

  public Optional<TierAccountId> at(Tier tier) {
    return switch (tier) {
      case CUSTOMER -> Optional.of(customer);
      case TIER1 -> Optional.of(tier1);
      case TIER2 -> Optional.ofNullable(tier2);
    };
  }

  /** The tiers that each account plays, by id: a reseller that buys for itself plays two. */
  public SortedMap<TierAccountId, Set<Tier>> roles() {
    SortedMap<TierAccountId, Set<Tier>> roles = new TreeMap<>(BY_ID);
    for (Tier tier : Tier.values()) {
      at(tier)
          .ifPresent(id -> roles.computeIfAbsent(id, one -> EnumSet.noneOf(Tier.class)).add(tier));
    }
    return roles;
  }
}
