package io.tierhub.parameter;

import io.tierhub.catalog.ProductId;
import io.tierhub.parameter.Constraints.Dependency;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All a product asks for in one scope.
 *
 * @param definitions in their order
 */
public record ParameterSet(
    ProductId product, ParameterScope scope, List<ParameterDefinition> definitions) {

  private static final Comparator<ParameterDefinition> PLACE =
      Comparator.comparingLong(ParameterDefinition::position)
          .thenComparing(definition -> definition.id().value());

  public ParameterSet {
    definitions = definitions.stream().sorted(PLACE).toList();
  }

  public static ParameterSet none(ProductId product, ParameterScope scope) {
    return new ParameterSet(product, scope, List.of());
  }

  public Optional<ParameterDefinition> named(String name) {
    return definitions.stream().filter(d -> d.name().equals(name)).findFirst();
  }

  public List<ParameterDefinition> ofPhase(ParameterPhase phase) {
    return definitions.stream().filter(d -> d.phase() == phase).toList();
  }

  public boolean isEmpty() {
    return definitions.isEmpty();
  }

  /** Whether there is anything that somebody could fill in. */
  public boolean asksForSomething() {
    return definitions.stream().anyMatch(definition -> definition.type().holdsValue());
  }

  /**
   * What the parameter demands at the moment: its own constraints, then what depends on another
   * parameter's value, then what the vendor says of this request.
   */
  public Constraints constraints(ParameterDefinition definition, ParameterValues values) {
    Constraints own = definition.constraints();
    Dependency dependency = own.dependency();
    boolean met = dependency != null && isMet(dependency, values);
    return (met ? own.whileDependencyIsMet() : own)
        .overriddenBy(
            values.named(definition.name()).map(ParameterValue::constraints).orElse(null));
  }

  private static boolean isMet(Dependency dependency, ParameterValues values) {
    return values
        .named(dependency.parameter())
        .filter(value -> spokenBy(value).anyMatch(dependency.values()::contains))
        .isPresent();
  }

  /** The value, or of a checkbox what is ticked. */
  private static Stream<String> spokenBy(ParameterValue value) {
    Map<String, Object> tree = value.structuredValue();
    return tree == null
        ? Stream.ofNullable(value.value())
        : tree.entrySet().stream()
            .filter(choice -> Boolean.TRUE.equals(choice.getValue()))
            .map(Map.Entry::getKey);
  }

  /** The required parameters of these phases that have no value. */
  public List<ParameterDefinition> missing(ParameterValues values, ParameterPhase... phases) {
    List<ParameterPhase> asked = List.of(phases);
    return definitions.stream()
        .filter(d -> asked.contains(d.phase()) && d.type().holdsValue())
        .filter(d -> !values.hasValue(d.name()))
        .filter(d -> constraints(d, values).required())
        .toList();
  }

  /** The same without those that forms pass over. */
  public List<ParameterDefinition> missingVisible(ParameterValues values, ParameterPhase phase) {
    return missing(values, phase).stream().filter(d -> !constraints(d, values).hidden()).toList();
  }

  /** The parameters in whose value the vendor found something wrong. */
  public List<ParameterDefinition> withErrors(ParameterValues values) {
    return definitions.stream()
        .filter(d -> values.named(d.name()).filter(ParameterValue::hasError).isPresent())
        .toList();
  }
}
