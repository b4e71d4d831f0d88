package io.tierhub.persistence.read;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement being written: its text, and the values bound to its question marks in order. */
public final class Sql {

  private final StringBuilder text = new StringBuilder(512);
  private final List<@Nullable Object> values = new ArrayList<>();

  public static Sql of(String text, @Nullable Object... values) {
    return new Sql().add(text, values);
  }

  /** Adds text that the program wrote itself; what came from outside is bound, never added. */
  public Sql add(String more, @Nullable Object... bound) {
    text.append(more);
    for (Object value : bound) {
      values.add(forDriver(value));
    }
    return this;
  }

  public Sql add(Sql other) {
    text.append(other.text);
    values.addAll(other.values);
    return this;
  }

  /**
   * A condition that is checked on each row but offers no index as a way to the rows. For rows that
   * are found by their key: with fresh tables the planner cannot tell the key from the owner, and
   * to take the owner's index then reads everything the owner has, once for every row.
   */
  public static Sql checkedOnly(Sql condition) {
    return of("(").add(condition).add(") is true");
  }

  public String text() {
    return text.toString();
  }

  public @Nullable Object[] values() {
    return values.toArray();
  }

  private static @Nullable Object forDriver(@Nullable Object value) {
    return value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value;
  }
}
