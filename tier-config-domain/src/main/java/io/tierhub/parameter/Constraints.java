package io.tierhub.parameter;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a parameter demands of its values (wire-format §7).
 *
 * @param hidden whether forms pass over it
 * @param unique whether no two assets, or tier configurations, of the product may have the same
 *     value, if it is of a type that {@link ParameterType#canBeUnique() can be}
 * @param readonly whether only the vendor changes the value
 * @param reconciliation for fulfillment parameters: whether the value identifies a subscription
 * @param shared for configuration parameters: what distributors may do with the value, if anything
 * @param minLength in characters as people count them
 * @param level of a heading
 * @param displayContent the text of a content
 */
public record Constraints(
    boolean required,
    boolean hidden,
    boolean unique,
    boolean readonly,
    boolean reconciliation,
    @Nullable Sharing shared,
    @Nullable Integer minLength,
    @Nullable Integer maxLength,
    List<Choice> choices,
    @Nullable Dependency dependency,
    @Nullable String level,
    @Nullable String displayContent) {

  public static final Constraints NONE =
      new Constraints(
          false, false, false, false, false, null, null, null, List.of(), null, null, null);

  public Constraints {
    choices = List.copyOf(choices);
  }

  /**
   * One of the values that can be chosen.
   *
   * @param label what is shown for it
   * @param byDefault whether forms begin with it
   */
  public record Choice(String value, String label, boolean byDefault) {

    /** No more are named in a sentence than people read. */
    private static final int MOST_NAMED = 20;

    public static Choice of(String value) {
      return new Choice(value, value, false);
    }

    static String named(List<Choice> choices) {
      String some =
          choices.stream().limit(MOST_NAMED).map(Choice::value).collect(Collectors.joining(", "));
      return choices.size() > MOST_NAMED ? some + " …" : some;
    }
  }

  /** What distributors may do with a configuration value. */
  public enum Sharing {
    VIEW,
    EDIT
  }

  /**
   * Another set of rules, for as long as another parameter has one of these values.
   *
   * @param parameter the other parameter's name
   * @param required null if this does not depend
   * @param hidden null if this does not depend
   * @param readonly null if this does not depend
   */
  public record Dependency(
      String parameter,
      List<String> values,
      @Nullable Boolean required,
      @Nullable Boolean hidden,
      @Nullable Boolean readonly) {

    public Dependency {
      values = List.copyOf(values);
    }

    Dependency onto(String other) {
      return new Dependency(other, values, required, hidden, readonly);
    }
  }

  public Constraints asRequired() {
    return with(true, hidden, readonly, choices);
  }

  public Constraints asHidden() {
    return with(required, true, readonly, choices);
  }

  public Constraints asReadonly() {
    return with(required, hidden, true, choices);
  }

  public Constraints among(List<Choice> chosenFrom) {
    return with(required, hidden, readonly, chosenFrom);
  }

  public Constraints among(String... values) {
    return among(List.of(values).stream().map(Choice::of).toList());
  }

  public Constraints ofLength(@Nullable Integer min, @Nullable Integer max) {
    return new Constraints(
        required,
        hidden,
        unique,
        readonly,
        reconciliation,
        shared,
        min,
        max,
        choices,
        dependency,
        level,
        displayContent);
  }

  public Constraints dependingOn(Dependency on) {
    return new Constraints(
        required,
        hidden,
        unique,
        readonly,
        reconciliation,
        shared,
        minLength,
        maxLength,
        choices,
        on,
        level,
        displayContent);
  }

  public Constraints sharedFor(Sharing sharing) {
    return new Constraints(
        required,
        hidden,
        unique,
        readonly,
        reconciliation,
        sharing,
        minLength,
        maxLength,
        choices,
        dependency,
        level,
        displayContent);
  }

  /** These, but for what the dependency says while it is met. */
  Constraints whileDependencyIsMet() {
    return dependency == null
        ? this
        : with(
            orElse(dependency.required(), required),
            orElse(dependency.hidden(), hidden),
            orElse(dependency.readonly(), readonly),
            choices);
  }

  /** These, but for what the vendor says of one request's parameter. */
  Constraints overriddenBy(@Nullable ConstraintsOverride override) {
    return override == null
        ? this
        : with(
            orElse(override.required(), required),
            orElse(override.hidden(), hidden),
            orElse(override.readonly(), readonly),
            override.choices() == null ? choices : override.choices());
  }

  private static boolean orElse(@Nullable Boolean given, boolean otherwise) {
    return given == null ? otherwise : given;
  }

  private Constraints with(
      boolean nowRequired, boolean nowHidden, boolean nowReadonly, List<Choice> nowChoices) {
    return new Constraints(
        nowRequired,
        nowHidden,
        unique,
        nowReadonly,
        reconciliation,
        shared,
        minLength,
        maxLength,
        nowChoices,
        dependency,
        level,
        displayContent);
  }
}
