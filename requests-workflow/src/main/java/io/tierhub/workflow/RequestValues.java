package io.tierhub.workflow;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Violation;
import io.tierhub.parameter.ParameterDefinition;
import io.tierhub.parameter.ParameterPhase;
import io.tierhub.parameter.ParameterSet;
import io.tierhub.parameter.ParameterValue;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.parameter.Parameters;
import io.tierhub.parameter.SubmittedValue;
import io.tierhub.parameter.UniqueValues;
import io.tierhub.parameter.ValueRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may give which values to a request (design §4.14): the distributor those of the ordering
 * phase, the vendor those of the fulfillment phase, and in its own adjustments all.
 */
@Component
class RequestValues {

  private static final Set<ParameterPhase> BOTH =
      EnumSet.of(ParameterPhase.ORDERING, ParameterPhase.FULFILLMENT);

  private final ValueRules rules;
  private final StructuredErrors errors;
  private final Parameters parameters;
  private final UniqueValues unique;

  RequestValues(
      ValueRules rules, StructuredErrors errors, Parameters parameters, UniqueValues unique) {
    this.rules = rules;
    this.errors = errors;
    this.parameters = parameters;
    this.unique = unique;
  }

  /**
   * What holds after values were given.
   *
   * @param holder the asset or tier configuration that the values are for; null if it is yet to be
   *     made
   * @param before what holds already, and what the request brings
   * @param adjusts whether the vendor corrects what the distributor said
   */
  ParameterValues given(
      Actor actor,
      ParameterSet set,
      @Nullable String holder,
      ParameterValues before,
      boolean adjusts,
      List<SubmittedValue> submitted,
      Faults faults) {
    return given(actor, set, holder, before, before, adjusts, submitted, faults);
  }

  /**
   * @param kept what needs no look at whether somebody else has it
   */
  private ParameterValues given(
      Actor actor,
      ParameterSet set,
      @Nullable String holder,
      ParameterValues before,
      ParameterValues kept,
      boolean adjusts,
      List<SubmittedValue> submitted,
      Faults faults) {
    boolean vendor = actor.role() == Role.VENDOR;
    List<SubmittedValue> ofRequest = withoutConfigured(set, submitted);
    List<SubmittedValue> said =
        vendor
            ? errors.worded(set.product(), ofRequest, faults)
            : ofRequest.stream().map(SubmittedValue::valueOnly).toList();
    ParameterValues after =
        vendor
            ? rules.applyByVendor(set, before, said, faults)
            : rules.apply(set, before, said, faults);
    Set<ParameterPhase> allowed =
        !vendor
            ? EnumSet.of(ParameterPhase.ORDERING)
            : adjusts ? BOTH : EnumSet.of(ParameterPhase.FULFILLMENT);
    ValueRules.requirePhases(set, before, after, said, allowed, faults);
    requireUnique(actor, set, holder, ValueRules.newUnique(set, kept, after), said, faults);
    return after;
  }

  private void requireUnique(
      Actor actor,
      ParameterSet set,
      @Nullable String holder,
      Map<String, String> values,
      List<SubmittedValue> said,
      Faults faults) {
    if (values.isEmpty()) {
      return;
    }
    Set<String> taken = unique.taken(set.product(), actor.environment(), values, holder);
    for (SubmittedValue one : said) {
      if (taken.contains(one.name())) {
        faults.add(
            Refusal.INVALID,
            one.pointer() + "/value",
            "Somebody else has this value already, and no two may have the same.");
      }
    }
  }

  /**
   * Clients send the params of a request and those of its configuration back as one list; what is
   * configured beforehand is no part of a request (wire-format §5.3).
   */
  private List<SubmittedValue> withoutConfigured(ParameterSet set, List<SubmittedValue> submitted) {
    if (submitted.stream().allMatch(one -> set.named(one.name()).isPresent())) {
      return submitted;
    }
    Set<String> configured =
        parameters.ofProduct(set.product()).stream()
            .filter(definition -> definition.phase() == ParameterPhase.CONFIGURATION)
            .map(ParameterDefinition::name)
            .collect(Collectors.toSet());
    return submitted.stream().filter(one -> !configured.contains(one.name())).toList();
  }

  /**
   * The same, but what is wrong with a value is noted on it instead of refused; the value stays as
   * it was.
   */
  ParameterValues tried(
      Actor actor,
      ParameterSet set,
      @Nullable String holder,
      ParameterValues before,
      List<SubmittedValue> submitted,
      Faults unknown) {
    ParameterValues next = before;
    for (SubmittedValue one : submitted) {
      if (set.named(one.name()).isEmpty()) {
        given(actor, set, holder, next, false, List.of(one), unknown);
        continue;
      }
      Faults faults = new Faults();
      // What a draft has for long somebody else may have got first.
      ParameterValues after =
          given(actor, set, holder, next, ParameterValues.NONE, false, List.of(one), faults);
      if (faults.isEmpty()) {
        next = after;
      } else {
        ParameterValue was =
            next.named(one.name()).orElseGet(() -> ParameterValue.none(one.name()));
        next = next.with(was.withError(shortened(faults), null));
      }
    }
    return next;
  }

  private static String shortened(Faults faults) {
    String all =
        faults.violations().stream()
            .map(Violation::message)
            .distinct()
            .collect(Collectors.joining(" "));
    return all.length() <= 1_000 ? all : all.substring(0, all.offsetByCodePoints(0, 500));
  }

  /**
   * Refuses what cannot be approved yet: required values that are missing, and values with an error
   * (design §4.9).
   *
   * @param at where the request has its params
   */
  static void requireComplete(
      ParameterSet set, ParameterValues values, Refusal incomplete, String at) {
    List<Violation> violations = new ArrayList<>();
    for (ParameterDefinition missing :
        set.missing(values, ParameterPhase.ORDERING, ParameterPhase.FULFILLMENT)) {
      violations.add(
          new Violation(
              at + "/" + missing.name(),
              "This %s parameter is required and has no value.".formatted(missing.phase().wire())));
    }
    violations.addAll(errors(set, values, at));
    if (!violations.isEmpty()) {
      throw Refused.because(incomplete, violations);
    }
  }

  /** Refuses what cannot be submitted yet: values with an error. */
  static void requireNoErrors(
      ParameterSet set, ParameterValues values, Refusal incomplete, String at) {
    List<Violation> violations = errors(set, values, at);
    if (!violations.isEmpty()) {
      throw Refused.because(incomplete, violations);
    }
  }

  private static List<Violation> errors(ParameterSet set, ParameterValues values, String at) {
    return set.withErrors(values).stream()
        .map(wrong ->
            new Violation(
                at + "/" + wrong.name(),
                "Its value_error must be resolved by another value, or cleared with ''."))
        .toList();
  }
}
