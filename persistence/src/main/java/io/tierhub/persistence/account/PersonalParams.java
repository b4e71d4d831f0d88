package io.tierhub.persistence.account;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Takes what is about people out of what is held for parameters: the values of those that are
 * addresses, and people's names and the like wherever else somebody wrote them. What else was
 * agreed stays.
 */
@Component
class PersonalParams {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String ADDRESSES =
      """
      select product_id || ' ' || name from product_parameter
      where product_id = any(?) and type in ('email', 'phone', 'address')
      union select product_id || ' ' || name from deleted_parameter
      where product_id = any(?) and type in ('email', 'phone', 'address')
      """;

  /** Where words of people stand in what is held for a parameter. */
  private static final List<String> WORDS =
      List.of("value", "structured_value", "value_error", "structured_error");

  private final JdbcTemplate jdbc;

  PersonalParams(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param table with columns {@code product_id} and {@code params}
   * @param people what may stand in a value
   * @param instead of it
   */
  void erase(String table, List<String> ids, Pattern people, String instead) {
    List<Held> rows =
        jdbc.query(
            "select id, product_id, params from "
                + table
                + " where id = any(?) and params <> '{}' for update",
            (row, n) ->
                new Held(
                    row.getString(1),
                    row.getString(2),
                    (ObjectNode) JSON.readTree(row.getString(3))),
            (Object) ids.toArray(String[]::new));
    String[] products = rows.stream().map(Held::product).distinct().toArray(String[]::new);
    Set<String> addresses =
        new HashSet<>(jdbc.query(ADDRESSES, (row, n) -> row.getString(1), products, products));
    List<Object[]> changed = new ArrayList<>();
    List<Object[]> unclaimed = new ArrayList<>();
    for (Held row : rows) {
      JsonNode before = row.params.deepCopy();
      for (String name : List.copyOf(row.params.propertyNames())) {
        if (addresses.contains(row.product + " " + name)) {
          row.params.remove(name);
          unclaimed.add(new Object[] {row.product, name, row.id});
        } else if (row.params.get(name) instanceof ObjectNode held) {
          WORDS.stream()
              .filter(held::has)
              .forEach(member -> held.set(member, without(held.get(member), people, instead)));
        }
      }
      if (!before.equals(row.params)) {
        changed.add(new Object[] {row.params.toString(), row.id});
      }
    }
    jdbc.batchUpdate("update " + table + " set params = ? where id = ?", changed);
    jdbc.batchUpdate(
        "delete from unique_value where product_id = ? and name = ? and holder_id = ?", unclaimed);
  }

  private static JsonNode without(JsonNode node, Pattern people, String instead) {
    if (node instanceof StringNode text) {
      return StringNode.valueOf(people.matcher(text.stringValue()).replaceAll(instead));
    }
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        object.set(name, without(object.get(name), people, instead));
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, without(array.get(i), people, instead));
      }
    }
    return node;
  }

  private record Held(String id, String product, ObjectNode params) {}
}
