package io.tierhub.template;

import io.tierhub.kernel.Lifecycle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom a template is shown to, and whose parameters it may name. */
public enum TemplateScope {
  /** The customer, of its asset. */
  ASSET,
  TIER1,
  TIER2;

  public String wire() {
    return Lifecycle.wire(this);
  }

  public static Optional<TemplateScope> ofWire(String text) {
    return Stream.of(values()).filter(scope -> scope.wire().equals(text)).findFirst();
  }

  public static List<String> words() {
    return Stream.of(values()).map(TemplateScope::wire).toList();
  }

  /**
   * The scope of the tier configurations of a level.
   *
   * @param level 1 or 2
   */
  public static TemplateScope ofTier(int level) {
    return switch (level) {
      case 1 -> TIER1;
      case 2 -> TIER2;
      default -> throw new IllegalArgumentException("no tier has templates at level " + level);
    };
  }
}
