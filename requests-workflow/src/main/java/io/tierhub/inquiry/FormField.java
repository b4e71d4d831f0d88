package io.tierhub.inquiry;

import io.tierhub.kernel.Faults;
import io.tierhub.parameter.Constraints;
import io.tierhub.parameter.Constraints.Dependency;
import io.tierhub.parameter.ConstraintsOverride;
import io.tierhub.parameter.ParameterDefinition;
import io.tierhub.parameter.ParameterPhase;
import io.tierhub.parameter.ParameterSet;
import io.tierhub.parameter.ParameterValue;
import io.tierhub.parameter.ParameterValues;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that a form shows.
 *
 * @param constraints what holds at the moment
 * @param held what is known already, and what the vendor finds wrong with it
 */
public record FormField(
    ParameterDefinition definition, Constraints constraints, ParameterValue held) {

  /**
   * What somebody is asked: every ordering parameter that is not hidden, and the hidden ones in
   * which the vendor found something wrong, for that is how it asks for them (design §4.10).
   */
  public static List<FormField> of(ParameterSet set, ParameterValues values) {
    return all(set, values, values)
        .filter(field -> !field.constraints.hidden() || field.held.hasError())
        .toList();
  }

  /**
   * What somebody sees of what was agreed, and can ask to be changed: every ordering parameter that
   * has a value, be it one that is hidden without (design §4.10).
   *
   * @param next what would hold, which decides what is needed
   */
  public static List<FormField> agreed(
      ParameterSet set, ParameterValues values, ParameterValues next) {
    return all(set, values, next).filter(field -> field.held.isFilled()).toList();
  }

  private static Stream<FormField> all(
      ParameterSet set, ParameterValues values, ParameterValues next) {
    return set.ofPhase(ParameterPhase.ORDERING).stream()
        .map(definition -> field(set, definition, values, next));
  }

  private static FormField field(
      ParameterSet set,
      ParameterDefinition definition,
      ParameterValues values,
      ParameterValues next) {
    return new FormField(
        definition,
        set.constraints(definition, next),
        values.named(definition.name()).orElseGet(() -> ParameterValue.none(definition.name())));
  }

  public String name() {
    return definition.name();
  }

  /** Whether somebody can fill it in. */
  public boolean isOpen() {
    return definition.type().holdsValue() && !constraints.readonly();
  }

  /**
   * What is hidden as long as a field that can be filled in has none of some values: for forms that
   * change while they are filled in.
   *
   * @param asked what is asked
   */
  public static List<FormField> waiting(
      ParameterSet set, ParameterValues values, List<FormField> asked) {
    List<FormField> known = new ArrayList<>(asked);
    boolean more = true;
    while (more) {
      List<FormField> found =
          set.ofPhase(ParameterPhase.ORDERING).stream()
              .map(definition -> field(set, definition, values, values))
              .filter(field -> !field.isAmong(known) && field.isShownBy(known))
              .toList();
      more = known.addAll(found);
    }
    return List.copyOf(known.subList(asked.size(), known.size()));
  }

  private boolean isAmong(List<FormField> others) {
    return others.stream().anyMatch(one -> one.name().equals(name()));
  }

  private boolean isShownBy(List<FormField> others) {
    Dependency on = definition.constraints().dependency();
    ConstraintsOverride bent = held.constraints();
    return on != null
        && Boolean.FALSE.equals(on.hidden())
        && (bent == null || bent.hidden() == null)
        && others.stream().anyMatch(one -> one.isOpen() && one.name().equals(on.parameter()));
  }

  /** Whether something was found wrong with what was sent for it. */
  public boolean isAmong(Faults faults) {
    return faults.violations().stream()
        .anyMatch(fault -> fault.pointer().startsWith("/" + name() + "/"));
  }

  /** What people are told who have left it empty though it is needed. */
  public String plea() {
    return switch (definition.type()) {
      case CHOICE, DROPDOWN -> "Please choose one.";
      case CHECKBOX -> "Please tick at least one.";
      case TEXT,
          PASSWORD,
          EMAIL,
          SUBDOMAIN,
          DOMAIN,
          ADDRESS,
          PHONE,
          OBJECT,
          URL,
          HEADING,
          CONTENT ->
          "Please fill this in.";
    };
  }
}
