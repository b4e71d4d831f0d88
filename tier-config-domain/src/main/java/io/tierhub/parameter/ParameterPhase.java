package io.tierhub.parameter;

import io.tierhub.kernel.Lifecycle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When a parameter is filled in, and thereby by whom (wire-format §7). */
public enum ParameterPhase {
  /** With the order, by who orders. */
  ORDERING,
  /** While the order is fulfilled, by the vendor. */
  FULFILLMENT,
  /** Before anything is ordered, by the vendor or whom it lets. */
  CONFIGURATION;

  public String wire() {
    return Lifecycle.wire(this);
  }

  public static Optional<ParameterPhase> ofWire(String text) {
    return Stream.of(values()).filter(phase -> phase.wire().equals(text)).findFirst();
  }

  public static List<String> words() {
    return Stream.of(values()).map(ParameterPhase::wire).toList();
  }

  /** Whether parameters of this phase can be of that scope. */
  public boolean fits(ParameterScope scope) {
    return (this == CONFIGURATION) != scope.isOrdered();
  }

  /** The scopes that parameters of this phase can be of. */
  public List<ParameterScope> scopes() {
    return Stream.of(ParameterScope.values()).filter(this::fits).toList();
  }
}
