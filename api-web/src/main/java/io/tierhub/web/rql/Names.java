package io.tierhub.web.rql;

import io.tierhub.kernel.Nearest;
import io.tierhub.query.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The properties of one list by name, and what was probably meant by a name that is none. */
final class Names {

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
    if (fields.isEmpty()) {
      return "; this list has none.";
    }
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
    List<String> real = new ArrayList<>(paths(fields.stream()));
    fields.forEach(field -> real.addAll(field.spec().aliases()));
    // The commonest mistake against Connect: product.id for configuration.product.id.
    for (String name : real) {
      if (name.endsWith("." + unknown)) {
        return name;
      }
    }
    return Nearest.to(unknown, real).orElse(null);
  }
}
