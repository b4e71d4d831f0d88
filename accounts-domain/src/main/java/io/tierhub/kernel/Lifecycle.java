package io.tierhub.kernel;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A state machine as a table: which action leads from which state to which, and who may take it.
 * The only place where a status changes; tests read it whole and the docs draw it.
 */
public final class Lifecycle<S extends Enum<S>, A extends Enum<A>> {

  private final Class<S> states;
  private final Class<A> actions;
  private final Map<S, Map<A, S>> table;
  private final Map<A, Set<Role>> actors;
  private final Refusal illegal;

  private Lifecycle(Builder<S, A> built) {
    this.states = built.states;
    this.actions = built.actions;
    this.table = built.table;
    this.actors = built.actors;
    this.illegal = built.illegal;
  }

  public static <S extends Enum<S>, A extends Enum<A>> Builder<S, A> of(
      Class<S> states, Class<A> actions, Refusal illegal) {
    return new Builder<>(states, actions, illegal);
  }

  /**
   * The state that the action leads to.
   *
   * @throws Refused naming the actions that the state permits, if it does not permit this one
   */
  public S next(S from, A action) {
    S to = table.getOrDefault(from, Map.of()).get(action);
    if (to == null) {
      throw Refused.because(
              illegal, "Cannot %s: the status is %s.".formatted(wire(action), wire(from)))
          .allowing(allowed(from));
    }
    return to;
  }

  /**
   * Refuses an actor whose role may never take this action, whatever the state.
   *
   * @throws Refused with {@link Refusal#FORBIDDEN}
   */
  public void requireActor(A action, Role role) {
    Set<Role> permitted = actors.getOrDefault(action, Set.of());
    if (!permitted.contains(role)) {
      String who = permitted.isEmpty() ? "the system" : wire(permitted);
      throw Refused.because(Refusal.FORBIDDEN, "Only %s may %s.".formatted(who, wire(action)));
    }
  }

  public Optional<S> peek(S from, A action) {
    return Optional.ofNullable(table.getOrDefault(from, Map.of()).get(action));
  }

  /**
   * The names of the actions that somebody may take from this state; the system's own are left out.
   */
  public List<String> allowed(S from) {
    return table.getOrDefault(from, Map.of()).keySet().stream()
        .filter(action -> !actors.getOrDefault(action, Set.of()).isEmpty())
        .map(Lifecycle::wire)
        .toList();
  }

  public boolean isTerminal(S state) {
    return table.getOrDefault(state, Map.of()).isEmpty();
  }

  public Set<Role> actors(A action) {
    return Set.copyOf(actors.getOrDefault(action, Set.of()));
  }

  public List<S> states() {
    return List.of(states.getEnumConstants());
  }

  public List<A> actions() {
    return List.of(actions.getEnumConstants());
  }

  /** A Mermaid state diagram, drawn from the table. */
  public String toMermaid(Set<S> initial) {
    StringBuilder out = new StringBuilder("stateDiagram-v2\n");
    initial.stream().sorted().forEach(s -> out.append("    [*] --> ").append(wire(s)).append('\n'));
    table.forEach((from, row) ->
        row.forEach((action, to) ->
            out.append("    %s --> %s: %s".formatted(wire(from), wire(to), wire(action)))
                .append(
                    actors.getOrDefault(action, Set.of()).isEmpty()
                        ? " (system)"
                        : " (" + wire(actors.getOrDefault(action, Set.of())) + ")")
                .append('\n')));
    states()
        .forEach(s -> {
          if (isTerminal(s)) {
            out.append("    ").append(wire(s)).append(" --> [*]\n");
          }
        });
    return out.toString();
  }

  public static String wire(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String wire(Set<Role> roles) {
    return String.join(" or ", roles.stream().sorted().map(Lifecycle::wire).toList());
  }

  /** Collects the rows of the table. */
  public static final class Builder<S extends Enum<S>, A extends Enum<A>> {

    private final Class<S> states;
    private final Class<A> actions;
    private final Refusal illegal;
    private final Map<S, Map<A, S>> table;
    private final Map<A, Set<Role>> actors;

    private Builder(Class<S> states, Class<A> actions, Refusal illegal) {
      this.states = states;
      this.actions = actions;
      this.illegal = illegal;
      this.table = new EnumMap<>(states);
      this.actors = new EnumMap<>(actions);
    }

    public Builder<S, A> allow(S from, A action, S to) {
      S before = table.computeIfAbsent(from, s -> new EnumMap<>(actions)).put(action, to);
      if (before != null) {
        throw new IllegalStateException("two rows for " + from + " " + action);
      }
      return this;
    }

    /** An action that nobody is named for is the system's own. */
    public Builder<S, A> by(A action, Role... roles) {
      Set<Role> permitted = EnumSet.noneOf(Role.class);
      Stream.of(roles).forEach(permitted::add);
      actors.put(action, permitted);
      return this;
    }

    public Lifecycle<S, A> build() {
      return new Lifecycle<>(this);
    }
  }
}
