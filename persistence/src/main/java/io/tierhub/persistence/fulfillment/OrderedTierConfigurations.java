package io.tierhub.persistence.fulfillment;

import io.tierhub.persistence.read.Shape;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/**
 * The tier configurations that the tiers of an order have with its product and connection, tier 2
 * before tier 1, with their open requests: portals show them beside the order and need no further
 * call.
 */
final class OrderedTierConfigurations {

  private static final String NAME = "tier_configurations";
  private static final List<Integer> LEVELS = List.of(2, 1);

  private static final List<String> COLUMNS =
      List.of("k.id", "k.status", "t.id", "t.name", "o.id", "o.type", "o.status");

  private OrderedTierConfigurations() {}

  /**
   * What is joined to {@code asset a} with the tiers' accounts {@code t1} and {@code t2}: each by
   * the key of configurations, and "left" so that a count leaves it out.
   */
  static String joins() {
    return LEVELS.stream()
        .map(level ->
            (" left join tier_configuration k{l} on k{l}.account_id = a.tier{l}_id and"
                    + " k{l}.product_id = a.product_id and k{l}.tier_level = {l} and"
                    + " k{l}.connection_id = a.connection_id left join tier_configuration_request"
                    + " o{l} on o{l}.id = k{l}.open_request_id")
                .replace("{l}", String.valueOf(level)))
        .collect(Collectors.joining());
  }

  static Shape.Member member() {
    List<String> columns =
        LEVELS.stream()
            .flatMap(level -> COLUMNS.stream().map(column -> column.replace(".", level + ".")))
            .toList();
    return Shape.cells(NAME, columns, OrderedTierConfigurations::write);
  }

  private static void write(ResultSet row, int first, JsonGenerator out) throws SQLException {
    out.writeArrayPropertyStart(NAME);
    int column = first;
    for (int level : LEVELS) {
      if (row.getString(column) != null) {
        write(row, column, level, out);
      }
      column += COLUMNS.size();
    }
    out.writeEndArray();
  }

  private static void write(ResultSet row, int first, int level, JsonGenerator out)
      throws SQLException {
    out.writeStartObject();
    out.writeStringProperty("id", row.getString(first));
    out.writeNumberProperty("tier_level", level);
    out.writeStringProperty("status", row.getString(first + 1));
    out.writeObjectPropertyStart("account");
    out.writeStringProperty("id", row.getString(first + 2));
    out.writeStringProperty("name", row.getString(first + 3));
    out.writeEndObject();
    if (row.getString(first + 4) != null) {
      out.writeObjectPropertyStart("open_request");
      out.writeStringProperty("id", row.getString(first + 4));
      out.writeStringProperty("type", row.getString(first + 5));
      out.writeStringProperty("status", row.getString(first + 6));
      out.writeEndObject();
    }
    out.writeEndObject();
  }
}
