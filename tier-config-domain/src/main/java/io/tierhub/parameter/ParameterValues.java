package io.tierhub.parameter;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
