package io.tierhub.action;

import io.tierhub.kernel.Lifecycle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who presses the button, and so what its link speaks of. */
public enum ActionScope {
  /** The customer, of its asset. */
  ASSET,
  /** A reseller, of its configuration at tier 1. */
  TIER1,
  /** A reseller, of its configuration at tier 2. */
  TIER2;

  public String wire() {
    return Lifecycle.wire(this);
  }

  public static Optional<ActionScope> ofWire(String text) {
    return Stream.of(values()).filter(scope -> scope.wire().equals(text)).findFirst();
  }

  public static List<String> words() {
    return Stream.of(values()).map(ActionScope::wire).toList();
  }

  /**
   * The scope of the tier configurations of a level.
   *
   * @param level 1 or 2
   */
  public static ActionScope ofTier(int level) {
    return switch (level) {
      case 1 -> TIER1;
      case 2 -> TIER2;
      default -> throw new IllegalArgumentException("no tier has actions at level " + level);
    };
  }
}
