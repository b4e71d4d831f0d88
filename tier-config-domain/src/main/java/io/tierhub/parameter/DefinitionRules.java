package io.tierhub.parameter;

import io.tierhub.kernel.Faults;
import io.tierhub.parameter.Constraints.Choice;
import io.tierhub.parameter.Constraints.Dependency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What vendors may ask for, and how (wire-format §7). */
final class DefinitionRules {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_LEVEL = 20;
  private static final int LONGEST_CONTENT = 10_000;
  private static final int MOST_DEPENDED_ON = 100;

  private final ParameterDefinition definition;
  private final List<ParameterDefinition> others;
  private final Faults faults;
  private final Place constraintsPlace;

  private DefinitionRules(
      ParameterDefinition definition, List<ParameterDefinition> others, Faults faults) {
    this.definition = definition;
    this.others = others;
    this.faults = faults;
    this.constraintsPlace = at("constraints");
  }

  /**
   * Notes every fault.
   *
   * @param others the product's other parameters
   */
  static void check(
      ParameterDefinition definition, List<ParameterDefinition> others, Faults faults) {
    new DefinitionRules(definition, others, faults).check();
  }

  private Place at(String member) {
    return new Place("/" + member, faults);
  }

  private void check() {
    if (at("name").fitsAndIsThere(definition.name(), LONGEST_NAME)
        && !Texts.isName(definition.name())) {
      at("name").fault("Use letters, digits, _ and - only.");
    }
    if (!definition.phase().fits(definition.scope())) {
      at("scope")
          .fault(
              "Parameters of the %s phase are of scope %s."
                  .formatted(
                      definition.phase().wire(),
                      String.join(
                          ", ",
                          definition.phase().scopes().stream()
                              .map(ParameterScope::wire)
                              .toList())));
    }
    checkDefault(definition.defaultValue());
    Constraints constraints = definition.constraints();
    checkPhase(constraints);
    checkLengths(constraints);
    ChoiceRules.check(definition.type(), constraints.choices(), constraintsPlace.at("choices"));
    checkLayout(constraints);
    if (constraints.dependency() != null) {
      checkDependency(constraints.dependency(), constraintsPlace.at("dependency"));
    }
  }

  private void checkDefault(@Nullable Map<String, Object> begin) {
    if (begin == null) {
      return;
    }
    if (!definition.type().hasCountry()) {
      at("default").fault("Only addresses and phones have a default; of choices, mark one.");
      return;
    }
    Object country = begin.get("country");
    if (country != null && !(country instanceof String code && TreeRules.isCountry(code))) {
      at("default").at("country").fault("Use a country code of ISO 3166 such as US or es.");
    }
  }

  private void checkPhase(Constraints constraints) {
    if (constraints.reconciliation() && definition.phase() != ParameterPhase.FULFILLMENT) {
      constraintsPlace
          .at("reconciliation")
          .fault("Only parameters of the fulfillment phase identify a subscription.");
    }
    if (constraints.shared() != null && definition.phase() != ParameterPhase.CONFIGURATION) {
      constraintsPlace.at("shared").fault("Only parameters of the configuration phase are shared.");
    }
  }

  private void checkLengths(Constraints constraints) {
    Integer min = constraints.minLength();
    Integer max = constraints.maxLength();
    if (min == null && max == null) {
      return;
    }
    ParameterType type = definition.type();
    if (!type.hasLength()) {
      constraintsPlace
          .at(min == null ? "max_length" : "min_length")
          .fault("Values of type " + type.wire() + " have no length to be set.");
      return;
    }
    int most = type == ParameterType.PASSWORD ? TextRules.LONGEST_PASSWORD : TextRules.LONGEST_TEXT;
    if (min != null && (min < 0 || min > most)) {
      constraintsPlace.at("min_length").fault("Use a number from 0 to " + most + ".");
    }
    if (max != null && (max < 1 || max > most)) {
      constraintsPlace.at("max_length").fault("Use a number from 1 to " + most + ".");
    }
    if (min != null && max != null && min > max) {
      constraintsPlace
          .at("min_length")
          .fault("This is more than max_length, which is " + max + ".");
    }
  }

  private void checkLayout(Constraints constraints) {
    ParameterType type = definition.type();
    if (!type.holdsValue() && constraints.required()) {
      constraintsPlace
          .at("required")
          .fault("A parameter of type " + type.wire() + " holds no value that could be required.");
    }
    checkOwn(ParameterType.HEADING, "level", constraints.level(), LONGEST_LEVEL);
    checkOwn(
        ParameterType.CONTENT, "display_content", constraints.displayContent(), LONGEST_CONTENT);
  }

  /** A member that one type has and the others have not. */
  private void checkOwn(ParameterType owner, String member, @Nullable String text, int longest) {
    if (text == null) {
      return;
    }
    if (definition.type() == owner) {
      constraintsPlace.at(member).fits(text, longest);
    } else {
      constraintsPlace.at(member).fault("Only parameters of type " + owner.wire() + " have this.");
    }
  }

  private void checkDependency(Dependency dependency, Place place) {
    List<String> values = dependency.values();
    if (values.isEmpty()) {
      place.at("values").fault("Name the values on which it depends.");
    }
    if (values.size() > MOST_DEPENDED_ON) {
      place.at("values").fault("Ensure this has no more than " + MOST_DEPENDED_ON + " values.");
      return;
    }
    Optional<ParameterDefinition> on =
        others.stream().filter(d -> d.name().equals(dependency.parameter())).findFirst();
    if (on.isEmpty()) {
      place
          .at("parameter")
          .fault(
              dependency.parameter().equals(definition.name())
                  ? "A parameter cannot depend on itself."
                  : "The product has no such other parameter.");
    } else if (on.get().scope() != definition.scope()) {
      place
          .at("parameter")
          .fault(
              "It can depend on parameters of its own scope only; '%s' is of scope %s."
                  .formatted(on.get().name(), on.get().scope().wire()));
    } else {
      ringThrough(on.get())
          .ifPresent(ring ->
              place
                  .at("parameter")
                  .fault("Parameters cannot depend on each other in a ring: " + ring + "."));
      checkValues(values, on.get(), place.at("values"));
    }
  }

  /** The way from this back to itself, if there is one through what it is to depend on. */
  private Optional<String> ringThrough(ParameterDefinition first) {
    StringBuilder way = new StringBuilder(definition.name());
    Set<String> passed = new HashSet<>();
    ParameterDefinition next = first;
    while (next != null && passed.add(next.name())) {
      way.append(" > ").append(next.name());
      Dependency on = next.constraints().dependency();
      if (on != null && on.parameter().equals(definition.name())) {
        return Optional.of(way.append(" > ").append(definition.name()).toString());
      }
      next =
          on == null
              ? null
              : others.stream()
                  .filter(other -> other.name().equals(on.parameter()))
                  .findFirst()
                  .orElse(null);
    }
    return Optional.empty();
  }

  private static void checkValues(List<String> values, ParameterDefinition on, Place place) {
    Set<String> possible = new HashSet<>();
    on.constraints().choices().stream().map(Choice::value).forEach(possible::add);
    for (int i = 0; i < values.size(); i++) {
      Place at = place.at(String.valueOf(i));
      String value = values.get(i);
      if (at.fitsAndIsThere(value, TextRules.LONGEST_TEXT)
          && on.type().needsChoices()
          && !possible.contains(value)) {
        at.fault("'" + on.name() + "' has no such choice.");
      }
    }
    if (!on.type().holdsValue() || on.type() == ParameterType.PASSWORD) {
      place.fault("Nothing can depend on a parameter of type " + on.type().wire() + ".");
    }
  }

  /** Whether the one depends on the other. */
  static boolean dependsOn(ParameterDefinition one, ParameterDefinition other) {
    Dependency dependency = one.constraints().dependency();
    return dependency != null && Objects.equals(dependency.parameter(), other.name());
  }
}
