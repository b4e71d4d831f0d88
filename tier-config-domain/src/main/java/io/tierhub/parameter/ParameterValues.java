package io.tierhub.parameter;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is held for parameters, by their names and in their order. Never changes. */
public final class ParameterValues {

  public static final ParameterValues NONE = new ParameterValues(new TreeMap<>());

  private final SortedMap<String, ParameterValue> byName;

  private ParameterValues(SortedMap<String, ParameterValue> byName) {
    this.byName = Collections.unmodifiableSortedMap(byName);
  }

  public static ParameterValues of(Collection<ParameterValue> values) {
    SortedMap<String, ParameterValue> byName = new TreeMap<>();
    for (ParameterValue value : values) {
      if (byName.put(value.name(), value) != null) {
        throw new IllegalArgumentException("two values of " + value.name());
      }
    }
    return new ParameterValues(byName);
  }

  public static ParameterValues of(ParameterValue... values) {
    return of(List.of(values));
  }

  public Optional<ParameterValue> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** These with that one, in place of the one of its name; without it if it says nothing. */
  public ParameterValues with(ParameterValue value) {
    SortedMap<String, ParameterValue> changed = new TreeMap<>(byName);
    if (value.saysNothing()) {
      changed.remove(value.name());
    } else {
      changed.put(value.name(), value);
    }
    return new ParameterValues(changed);
  }

  /** These with all of those, each in place of the one of its name. */
  public ParameterValues withAll(ParameterValues others) {
    ParameterValues changed = this;
    for (ParameterValue value : others.all()) {
      changed = changed.with(value);
    }
    return changed;
  }

  /**
   * These with what differs between two states of something else. What is gone there stays here as
   * a value that says nothing, so that laying these over the first state gives the second.
   */
  public ParameterValues withChanges(ParameterValues before, ParameterValues after) {
    SortedMap<String, ParameterValue> changed = new TreeMap<>(byName);
    Set<String> names = new TreeSet<>(before.byName.keySet());
    names.addAll(after.byName.keySet());
    for (String name : names) {
      ParameterValue is = after.byName.get(name);
      if (!Objects.equals(before.byName.get(name), is)) {
        changed.put(name, is == null ? ParameterValue.none(name) : is);
      }
    }
    return new ParameterValues(changed);
  }

  /** These without what was found wrong with those of these names. */
  public ParameterValues withoutErrorsOf(Set<String> names) {
    ParameterValues changed = this;
    for (ParameterValue value : all()) {
      if (names.contains(value.name())) {
        changed = changed.with(value.withError("", null));
      }
    }
    return changed;
  }

  /** What of these holds beyond one request: the values alone. */
  public ParameterValues settled() {
    return of(
        byName.values().stream()
            .map(value -> value.withError("", null).withConstraints(null))
            .toList());
  }

  public List<ParameterValue> all() {
    return List.copyOf(byName.values());
  }

  public boolean hasValue(String name) {
    return named(name).filter(ParameterValue::isFilled).isPresent();
  }

  public boolean isEmpty() {
    return byName.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ParameterValues values && values.byName.equals(byName);
  }

  @Override
  public int hashCode() {
    return byName.hashCode();
  }

  /** Names only: the values may be secrets, and this may come into a log. */
  @Override
  public String toString() {
    return byName.keySet().toString();
  }
}
