package io.tierhub.parameter;

import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Nearest;
import io.tierhub.kernel.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges what was sent for parameters, and lays it over what is held. Every fault is told at once.
 *
 * <p>What is sent as it is held already is an echo and never judged: clients send whole objects
 * back, and what was right once stays when the vendor changes its mind.
 */
public final class ValueRules {

  private static final int LONGEST_ERROR = 2000;
  private static final int LONGEST_CONTEXT = 10_000;
  private static final int LONGEST_META = 10_000;

  private final ContentRules contents;

  public ValueRules(ValueFormats formats) {
    this.contents = new ContentRules(formats);
  }

  /**
   * The values after what was sent by somebody for whom {@code readonly} is a rule.
   *
   * @return of no use if there are faults
   */
  public ParameterValues apply(
      ParameterSet set, ParameterValues current, List<SubmittedValue> submitted, Faults faults) {
    List<SubmittedValue> distinct = distinct(submitted, faults);
    ParameterValues after = laidOver(set, current, distinct, faults);
    for (SubmittedValue sent : distinct) {
      // Judged by the values as they become: one of them may have unlocked the other.
      set.named(sent.name())
          .filter(d -> isChanged(d.name(), current, after))
          .filter(d -> set.constraints(d, after).readonly())
          .ifPresent(_ -> faults.add(Refusal.INVALID, valueOf(sent), "This cannot be changed."));
    }
    return after;
  }

  /** The same for the product's vendor, for whom nothing is read-only. */
  public ParameterValues applyByVendor(
      ParameterSet set, ParameterValues current, List<SubmittedValue> submitted, Faults faults) {
    return laidOver(set, current, distinct(submitted, faults), faults);
  }

  /**
   * A fault for each value that was changed and is of another phase than these. Echoes of any phase
   * are welcome.
   */
  public static void requirePhases(
      ParameterSet set,
      ParameterValues before,
      ParameterValues after,
      List<SubmittedValue> submitted,
      Set<ParameterPhase> allowed,
      Faults faults) {
    String mine =
        allowed.stream().sorted().map(ParameterPhase::wire).collect(Collectors.joining(" or "));
    for (SubmittedValue sent : submitted) {
      set.named(sent.name())
          .filter(d -> !allowed.contains(d.phase()) && isChanged(d.name(), before, after))
          .ifPresent(d ->
              faults.add(
                  Refusal.INVALID,
                  valueOf(sent),
                  "This is a parameter of the %s phase; here you set those of the %s phase."
                      .formatted(d.phase().wire(), mine)));
    }
  }

  /** The values that became other, of which the product wants no two alike, by their names. */
  public static Map<String, String> newUnique(
      ParameterSet set, ParameterValues before, ParameterValues after) {
    Map<String, String> unique = new LinkedHashMap<>();
    for (ParameterDefinition definition : set.definitions()) {
      String name = definition.name();
      if (definition.constraints().unique()
          && definition.type().canBeUnique()
          && isChanged(name, before, after)) {
        after
            .named(name)
            .filter(ParameterValue::isFilled)
            .map(ParameterValue::value)
            .ifPresent(value -> unique.put(name, value));
      }
    }
    return unique;
  }

  private static boolean isChanged(String name, ParameterValues before, ParameterValues after) {
    ParameterValue none = ParameterValue.none(name);
    ParameterValue was = before.named(name).orElse(none);
    ParameterValue is = after.named(name).orElse(none);
    return !Objects.equals(was.value(), is.value())
        || !Objects.equals(was.structuredValue(), is.structuredValue());
  }

  private static String valueOf(SubmittedValue sent) {
    return sent.pointer() + "/" + (sent.hasTree() ? "structured_value" : sent.textMember());
  }

  /**
   * One for each name. Clients merge lists and send a parameter twice; that is a fault only if it
   * is two different values, and what is empty gives way to what is not.
   */
  private static List<SubmittedValue> distinct(List<SubmittedValue> submitted, Faults faults) {
    Map<String, SubmittedValue> byName = new LinkedHashMap<>();
    for (SubmittedValue sent : submitted) {
      SubmittedValue before = byName.get(sent.name());
      if (before != null && contradict(before, sent)) {
        faults.add(
            Refusal.INVALID,
            sent.pointer(),
            "'%s' is sent twice, with different values (also at %s)."
                .formatted(sent.name(), before.pointer()));
      } else {
        byName.put(sent.name(), before == null ? sent : merged(before, sent));
      }
    }
    return List.copyOf(byName.values());
  }

  private static boolean contradict(SubmittedValue one, SubmittedValue other) {
    return differ(one.hasText(), one.value(), other.hasText(), other.value())
        || differ(one.hasTree(), one.structured(), other.hasTree(), other.structured());
  }

  private static boolean differ(
      boolean has, @Nullable Object one, boolean otherHas, @Nullable Object other) {
    return has && otherHas && !Objects.equals(one, other);
  }

  private static SubmittedValue merged(SubmittedValue first, SubmittedValue second) {
    SubmittedValue fuller = first.isEmpty() && second.speaksOfValue() ? second : first;
    return new SubmittedValue(
        fuller.name(),
        fuller.hasValue(),
        fuller.value(),
        fuller.bare(),
        fuller.hasStructured(),
        fuller.structured(),
        saidMost(first.valueError(), second.valueError()),
        first.structuredError() == null ? second.structuredError() : first.structuredError(),
        first.constraints() == null ? second.constraints() : first.constraints(),
        fuller.pointer());
  }

  /** A text before an empty text, and that before silence. */
  private static @Nullable String saidMost(@Nullable String first, @Nullable String second) {
    return first == null || (first.isEmpty() && second != null) ? second : first;
  }

  private ParameterValues laidOver(
      ParameterSet set, ParameterValues current, List<SubmittedValue> distinct, Faults faults) {
    ParameterValues after = current;
    for (SubmittedValue sent : distinct) {
      Optional<ParameterDefinition> definition = set.named(sent.name());
      if (definition.isPresent()) {
        after = after.with(next(definition.get(), set, current, sent, faults));
      } else {
        faults.add(Refusal.INVALID, sent.pointer() + "/id", unknown(sent.name(), set));
      }
    }
    return after;
  }

  private static String unknown(String name, ParameterSet set) {
    List<String> names =
        set.definitions().stream()
            .filter(d -> d.type().holdsValue())
            .map(ParameterDefinition::name)
            .toList();
    String hint =
        Nearest.to(name, names)
            .map(nearest -> "; did you mean '" + nearest + "'?")
            .orElse(
                names.isEmpty() ? "; it has none." : "; it has " + String.join(", ", names) + ".");
    return "The product has no parameter '%s' of scope %s%s"
        .formatted(shortened(name), set.scope().wire(), hint);
  }

  private static String shortened(String name) {
    return Texts.length(name) <= 100 ? name : name.substring(0, name.offsetByCodePoints(0, 100));
  }

  private ParameterValue next(
      ParameterDefinition definition,
      ParameterSet set,
      ParameterValues current,
      SubmittedValue sent,
      Faults faults) {
    ParameterValue held =
        current.named(sent.name()).orElseGet(() -> ParameterValue.none(sent.name()));
    ParameterValue bent = overridden(definition, held, sent, faults);
    ParameterValue filled = filled(definition, set, current.with(bent), bent, sent, faults);
    return withErrors(filled, sent, faults);
  }

  /** With the value that was sent; a value that is new takes the error of the old away. */
  private ParameterValue filled(
      ParameterDefinition definition,
      ParameterSet set,
      ParameterValues current,
      ParameterValue held,
      SubmittedValue sent,
      Faults faults) {
    if (!sent.speaksOfValue() || isEcho(sent, held)) {
      return held;
    }
    Content content =
        sent.isEmpty()
            ? Content.NONE
            : contents.judged(
                definition.type(),
                set.constraints(definition, current),
                held,
                sent,
                new Place(sent.pointer(), faults));
    boolean isNew =
        !Objects.equals(content.text(), held.value())
            || !Objects.equals(content.tree(), held.structuredValue());
    ParameterValue filled = held.holding(content.text(), content.tree());
    return isNew ? filled.withError("", null) : filled;
  }

  private static boolean isEcho(SubmittedValue sent, ParameterValue held) {
    boolean sameText = !sent.hasText() || Objects.equals(sent.value(), held.value());
    boolean sameTree = !sent.hasTree() || Objects.equals(sent.structured(), held.structuredValue());
    return !sent.isEmpty() && sameText && sameTree;
  }

  private static ParameterValue withErrors(
      ParameterValue value, SubmittedValue sent, Faults faults) {
    String error = sent.valueError();
    StructuredError structured = sent.structuredError();
    Place place = new Place(sent.pointer(), faults);
    if (error != null) {
      place.at("value_error").fits(error, LONGEST_ERROR);
    }
    if (structured != null) {
      JsonTree.fault(structured.context(), LONGEST_CONTEXT)
          .ifPresent(place.at("structured_error").at("context")::fault);
      return value.withError(error == null ? value.valueError() : error, structured);
    }
    if (error == null) {
      return value;
    }
    return value.withError(error, error.isEmpty() ? null : value.structuredError());
  }

  private static ParameterValue overridden(
      ParameterDefinition definition, ParameterValue held, SubmittedValue sent, Faults faults) {
    ConstraintsOverride said = sent.constraints();
    if (said == null) {
      return held;
    }
    ConstraintsOverride override = said.beyond(definition.constraints());
    Place place = new Place(sent.pointer(), faults).at("constraints");
    if (override.choices() != null) {
      ChoiceRules.check(definition.type(), override.choices(), place.at("choices"));
    }
    if (override.meta() != null) {
      JsonTree.fault(override.meta(), LONGEST_META).ifPresent(place.at("meta")::fault);
    }
    return held.withConstraints(override.saysNothing() ? null : override);
  }
}
