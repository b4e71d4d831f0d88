package io.tierhub.persistence.read;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Role;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** A read model as each role sees it, made once for each. */
public final class ByReader<T> {

  private final Map<Role, T> tables = new EnumMap<>(Role.class);

  public ByReader(Function<Role, T> table) {
    for (Role reader : Role.values()) {
      tables.put(reader, table.apply(reader));
    }
  }

  public T of(Actor actor) {
    return Objects.requireNonNull(tables.get(actor.role()));
  }
}
