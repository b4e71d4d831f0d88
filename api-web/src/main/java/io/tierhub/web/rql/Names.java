package io.tierhub.web.rql;

import io.tierhub.query.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The properties of one list by name, and what was probably meant by a name that is none. */
final class Names {

  /** No property is half as long; what is longer was not a slip of the keyboard. */
  private static final int LONGEST_SLIP = 100;

  private final List<Field> fields;

  Names(List<Field> fields) {
    this.fields = fields;
  }

  List<Field> fields() {
    return fields;
  }

  Optional<Field> field(String name) {
    return Field.named(name, fields);
  }

  /** Ends the sentence about an unknown name: the nearest real one, or all of them. */
  String hint(String unknown) {
    String nearest = nearest(unknown.replace("__", "."));
    if (nearest != null) {
      return "; did you mean '" + nearest + "'?";
    }
    return "; the properties are: " + String.join(", ", paths(fields.stream())) + ".";
  }

  static List<String> paths(Stream<Field> fields) {
    return fields.map(Field::path).toList();
  }

  private @Nullable String nearest(String unknown) {
    if (unknown.length() > LONGEST_SLIP) {
      return null;
    }
    List<String> real = new ArrayList<>(paths(fields.stream()));
    fields.forEach(field -> real.addAll(field.spec().aliases()));
    // The commonest mistake against Connect: product.id for configuration.product.id.
    for (String name : real) {
      if (name.endsWith("." + unknown)) {
        return name;
      }
    }
    String nearest = null;
    int best = Math.max(2, unknown.length() / 3) + 1;
    for (String name : real) {
      int distance = distance(unknown, name);
      if (distance < best && distance < unknown.length()) {
        best = distance;
        nearest = name;
      }
    }
    return nearest;
  }

  /** Levenshtein's: how many characters to insert, to delete or to replace. */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
        int changed = Math.min(above[column], current[column - 1]) + 1;
        current[column] = Math.min(replaced, changed);
      }
      above = current;
    }
    return above[to.length()];
  }
}
