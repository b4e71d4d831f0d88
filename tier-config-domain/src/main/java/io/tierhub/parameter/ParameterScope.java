package io.tierhub.parameter;

import io.tierhub.kernel.Lifecycle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a parameter's values belong to (wire-format §7). */
public enum ParameterScope {
  ASSET,
  TIER1,
  TIER2,
  PRODUCT,
  ITEM,
  MARKETPLACE,
  ITEM_MARKETPLACE;

  public String wire() {
    return Lifecycle.wire(this);
  }

  public static Optional<ParameterScope> ofWire(String text) {
    return Stream.of(values()).filter(scope -> scope.wire().equals(text)).findFirst();
  }

  public static List<String> words() {
    return Stream.of(values()).map(ParameterScope::wire).toList();
  }

  /**
   * The scope of the tier configurations of a level.
   *
   * @param level 1 or 2
   */
  public static ParameterScope ofTier(int level) {
    return switch (level) {
      case 1 -> TIER1;
      case 2 -> TIER2;
      default -> throw new IllegalArgumentException("no tier has parameters at level " + level);
    };
  }

  /** Whether the values come with orders, rather than being set beforehand. */
  public boolean isOrdered() {
    return this == ASSET || this == TIER1 || this == TIER2;
  }

  /** Whether each item has a value of its own. */
  public boolean isOfItem() {
    return this == ITEM || this == ITEM_MARKETPLACE;
  }

  /** Whether each marketplace has a value of its own. */
  public boolean isOfMarketplace() {
    return this == MARKETPLACE || this == ITEM_MARKETPLACE;
  }
}
