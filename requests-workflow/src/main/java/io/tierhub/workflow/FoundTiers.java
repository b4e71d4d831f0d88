package io.tierhub.workflow;

import io.tierhub.fulfillment.AccountInOrder;
import io.tierhub.fulfillment.Tier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found for each tier of an order: an account, or the data to open one, or nobody. */
final class FoundTiers {

  private final WantedTiers wanted;
  private final Map<Tier, AccountInOrder> existing = new EnumMap<>(Tier.class);
  private final Map<Tier, AccountOpening> toOpen = new EnumMap<>(Tier.class);
  private final List<String> warnings = new ArrayList<>();

  FoundTiers(WantedTiers wanted) {
    this.wanted = wanted;
  }

  String pointer(Tier tier) {
    return wanted.pointer(tier);
  }

  void exists(Tier tier, AccountInOrder account) {
    existing.put(tier, account);
  }

  void isToOpen(Tier tier, AccountOpening opening) {
    toOpen.put(tier, opening);
  }

  void warn(Tier tier, String message) {
    warnings.add(pointer(tier).substring(1).replace('/', '.') + ": " + message);
  }

  @Nullable AccountInOrder existing(Tier tier) {
    return existing.get(tier);
  }

  @Nullable AccountOpening toOpen(Tier tier) {
    return toOpen.get(tier);
  }

  boolean isKnown(Tier tier) {
    return existing.containsKey(tier) || toOpen.containsKey(tier);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }
}
