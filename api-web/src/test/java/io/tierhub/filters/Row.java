package io.tierhub.filters;

import io.tierhub.query.Field;
import io.tierhub.query.Value;
import java.util.List;
import java.util.Map;

/**
 * A row of a list with the values of its properties.
 *
 * @param values of each property: none where it is absent, several of a set of words
 * @param held the parameters that the row holds values of, each with its id and, if it has one, its
 *     value
 */
record Row(String id, Map<Field, List<Value>> values, List<Map<Field, Value>> held) {

  /** A parameter's id or value, of which a row has many. */
  static boolean isOfMany(Field field) {
    return field.path().endsWith("params.id") || field.path().endsWith("params.value");
  }

  List<Value> of(Field field) {
    return isOfMany(field)
        ? held.stream().filter(one -> one.containsKey(field)).map(one -> one.get(field)).toList()
        : values.getOrDefault(field, List.of());
  }
}
