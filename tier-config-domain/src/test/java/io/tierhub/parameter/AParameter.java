package io.tierhub.parameter;

import io.tierhub.catalog.ProductId;
import java.util.List;
import java.util.function.UnaryOperator;

/** Parameters of the tests' one product, of which only the relevant is said. */
final class AParameter {

  static final ProductId PRODUCT = new ProductId("PRD-111-222-333");

  private static int next = 1;

  private AParameter() {}

  static ParameterDefinition of(String name, ParameterType type) {
    return of(name, type, ParameterPhase.ORDERING);
  }

  static ParameterDefinition of(String name, ParameterType type, ParameterPhase phase) {
    ParameterScope scope =
        phase == ParameterPhase.CONFIGURATION ? ParameterScope.PRODUCT : ParameterScope.TIER1;
    return ParameterDefinition.of(PRODUCT, next++, name, type, scope, phase);
  }

  static ParameterDefinition of(
      String name, ParameterType type, UnaryOperator<Constraints> demanding) {
    return of(name, type).with(demanding.apply(Constraints.NONE));
  }

  static ParameterSet set(ParameterDefinition... definitions) {
    return new ParameterSet(PRODUCT, ParameterScope.TIER1, List.of(definitions));
  }
}
