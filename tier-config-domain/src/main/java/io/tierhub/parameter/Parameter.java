package io.tierhub.parameter;

import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;
import java.util.List;
import java.util.Map;

/**
 * Something a product asks for. Its vendor creates it, and may change what is told of it and what
 * it demands, and remove it, whether or not there are values of it: these are kept and not shown.
 * What values are called by and made of (name, type, scope, phase) never changes.
 */
public final class Parameter {

  /** They all come with every order. */
  private static final int MOST = 500;

  private final Stamp created;
  private final long revision;
  private ParameterDefinition definition;
  private Stamp updated;

  private Parameter(Snapshot kept) {
    this.definition = kept.definition();
    this.created = kept.created();
    this.updated = kept.updated();
    this.revision = kept.revision();
  }

  /**
   * @param others what the product asks for already
   * @throws Refused with every fault, {@link Refusal#PARAMETER_EXISTS} among them
   */
  public static Parameter create(
      ParameterDefinition definition, List<ParameterDefinition> others, Stamp created) {
    Faults faults = new Faults();
    others.stream()
        .filter(other -> other.name().equals(definition.name()))
        .forEach(other ->
            faults.check(() -> {
              throw Refused.at(Refusal.PARAMETER_EXISTS, "/name", taken(other))
                  .with(Map.of("id", other.id().value()));
            }));
    if (others.size() >= MOST) {
      faults.add(Refusal.INVALID, "", "A product has no more than " + MOST + " parameters.");
    }
    ParameterDefinition byName = definition.dependingByName(others);
    DefinitionRules.check(byName, others, faults);
    faults.refuseIfAny();
    return new Parameter(new Snapshot(byName, created, created, 0));
  }

  private static String taken(ParameterDefinition other) {
    return "Parameter with same name already exists for the product: " + other.id() + ".";
  }

  public static Parameter restore(Snapshot kept) {
    return new Parameter(kept);
  }

  /**
   * @param all what the product asks for, this included
   * @throws Refused with every fault, and {@link Refusal#PARAMETER_FIELD_FIXED} for what is fixed
   */
  public void change(ParameterDefinition to, List<ParameterDefinition> all, Stamp by) {
    Faults faults = new Faults();
    checkFixed("name", definition.name(), to.name(), faults);
    checkFixed("type", definition.type().wire(), to.type().wire(), faults);
    checkFixed("scope", definition.scope().wire(), to.scope().wire(), faults);
    checkFixed("phase", definition.phase().wire(), to.phase().wire(), faults);
    List<ParameterDefinition> others =
        all.stream().filter(other -> !other.id().equals(to.id())).toList();
    ParameterDefinition byName = to.dependingByName(others);
    if (faults.isEmpty()) {
      // Rules of another kind of parameter would only tell of faults that there are not.
      DefinitionRules.check(byName, others, faults);
    }
    faults.refuseIfAny();
    definition = byName;
    updated = by;
  }

  /**
   * @param all what the product asks for
   * @throws Refused with {@link Refusal#PARAMETER_DEPENDED_ON} if another one depends on this
   */
  public void requireRemovable(List<ParameterDefinition> all) {
    List<String> dependents =
        all.stream()
            .filter(other -> DefinitionRules.dependsOn(other, definition))
            .map(ParameterDefinition::name)
            .toList();
    if (!dependents.isEmpty()) {
      throw Refused.because(
              Refusal.PARAMETER_DEPENDED_ON,
              "'%s' cannot be deleted: %s."
                  .formatted(
                      definition.name(),
                      dependents.size() == 1
                          ? "'" + dependents.getFirst() + "' depends on it"
                          : String.join(", ", dependents) + " depend on it"))
          .with(Map.of("dependents", dependents));
    }
  }

  private static void checkFixed(String member, String is, String wanted, Faults faults) {
    if (!is.equals(wanted)) {
      faults.add(
          Refusal.PARAMETER_FIELD_FIXED,
          "/" + member,
          "The %s of a parameter never changes; it is %s.".formatted(member, is));
    }
  }

  public ParameterDefinition definition() {
    return definition;
  }

  public ParameterId id() {
    return definition.id();
  }

  public Snapshot snapshot() {
    return new Snapshot(definition, created, updated, revision);
  }

  /** Everything that is kept and nothing derived. */
  public record Snapshot(
      ParameterDefinition definition, Stamp created, Stamp updated, long revision) {}
}
