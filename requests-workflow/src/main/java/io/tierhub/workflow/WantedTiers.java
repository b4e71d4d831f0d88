package io.tierhub.workflow;

import io.tierhub.fulfillment.Tier;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Whom a request names as tiers, from the customer up, and where it names them. */
final class WantedTiers {

  private final Map<Tier, TierChoice> choices = new EnumMap<>(Tier.class);
  private final Map<Tier, String> pointers = new EnumMap<>(Tier.class);

  WantedTiers want(Tier tier, TierChoice choice, String pointer) {
    choices.put(tier, choice);
    pointers.put(tier, pointer);
    return this;
  }

  Map<Tier, TierChoice> choices() {
    return Collections.unmodifiableMap(choices);
  }

  /** Where the request names the tier, or would. */
  String pointer(Tier tier) {
    return pointers.getOrDefault(tier, "");
  }
}
