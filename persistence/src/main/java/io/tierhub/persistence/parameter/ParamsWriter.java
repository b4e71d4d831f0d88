package io.tierhub.persistence.parameter;

import io.tierhub.persistence.parameter.ParamsJson.Flavour;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes a row's params: the text of each definition as it is, and what the row holds for it. */
final class ParamsWriter {

  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNode NONE = JSON.createObjectNode();

  private final String member;
  private final Flavour flavour;

  ParamsWriter(String member, Flavour flavour) {
    this.member = member;
    this.flavour = flavour;
  }

  /**
   * @param first the index of the four columns: definitions, values, whether the reader sees
   *     secrets, names
   */
  void write(ResultSet row, int first, JsonGenerator out) throws SQLException {
    String definitions = row.getString(first);
    String values = row.getString(first + 1);
    boolean seesSecrets = row.getBoolean(first + 2);
    Set<String> names = names(row.getArray(first + 3));
    JsonNode held = values == null ? NONE : JSON.readTree(values);
    out.writeArrayPropertyStart(member);
    if (definitions != null) {
      for (ShownDefinition definition : ShownDefinition.all(definitions)) {
        if (names == null || names.contains(definition.name())) {
          JsonNode value = held.path(definition.name());
          out.writeRawValue(definition.with(value, seesSecrets, flavour));
        }
      }
    }
    out.writeEndArray();
  }

  private static @Nullable Set<String> names(@Nullable Array names) throws SQLException {
    return names == null ? null : Set.of((String[]) names.getArray());
  }
}
