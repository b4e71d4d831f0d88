package io.tierhub.tierconfig;

import io.tierhub.parameter.ParameterScope;
import java.util.Optional;

/** The position, counted from the customer, at which a reseller is configured. */
public enum TierLevel {
  TIER1(1, ParameterScope.TIER1),
  TIER2(2, ParameterScope.TIER2);

  private final int number;
  private final ParameterScope scope;

  TierLevel(int number, ParameterScope scope) {
    this.number = number;
    this.scope = scope;
  }

  /** A number on the wire, {@code tier_level} (wire-format §4.1). */
  public int number() {
    return number;
  }

  /** The scope of the parameters that are asked at this level. */
  public ParameterScope scope() {
    return scope;
  }

  public static Optional<TierLevel> of(int number) {
    for (TierLevel level : values()) {
      if (level.number == number) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}
