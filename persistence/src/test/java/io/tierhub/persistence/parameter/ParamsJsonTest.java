package io.tierhub.persistence.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.parameter.Constraints.Choice;
import io.tierhub.parameter.ConstraintsOverride;
import io.tierhub.parameter.ParameterValue;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.parameter.StructuredError;
import io.tierhub.persistence.parameter.ParamsJson.Flavour;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

class ParamsJsonTest {

  private static final String DEFINITIONS =
      """
      [{"id":"vat","title":"VAT","type":"text","value_choices":[],"constraints":{"required":true}},\
      {"id":"pin","title":"PIN","type":"password","value_choices":[],"constraints":{}},\
      {"id":"size","title":"Size","type":"choice","value_choices":[{"value":"S","label":"Small"}],\
      "constraints":{"required":false,"choices":[{"value":"S","label":"Small"}]}}]\
      """;

  private final ParamsJson json = new ParamsJson();

  private static String shown(String values, boolean seesSecrets, Flavour flavour, String... names)
      throws SQLException {
    return shown(DEFINITIONS, values, seesSecrets, flavour, names.length == 0 ? null : names);
  }

  private static String shown(
      String definitions, String values, boolean seesSecrets, Flavour flavour, String[] names)
      throws SQLException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      out.writeStartObject();
      ParamsJson.params("params", "d", "v", "s", flavour, "n")
          .write(row("before", definitions, values, seesSecrets, names), 2, out);
      out.writeEndObject();
    }
    return text.toString();
  }

  /** A row of a result that can only be read. */
  private static ResultSet row(Object... columns) {
    return proxy(
        ResultSet.class,
        index -> {
          Object column = columns[index - 1];
          return column instanceof String[] names ? proxy(Array.class, i -> names) : column;
        });
  }

  private static <T> T proxy(Class<T> type, java.util.function.IntFunction<Object> read) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                read.apply(arguments == null ? 0 : (Integer) arguments[0])));
  }

  @Test
  void whatIsHeldIsReadAsItWasWritten() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("b", List.of(1, "two", true));
    tree.put("a", null);
    Map<String, Object> meta = Map.of("choices", List.of());
    ParameterValues values =
        ParameterValues.of(
            ParameterValue.of("vat", "ES \"1\""),
            ParameterValue.none("object").holding("{}", tree),
            new ParameterValue(
                "bad",
                "x",
                null,
                "Unknown.",
                new StructuredError(null, "E1", Map.of("field", "vat")),
                new ConstraintsOverride(
                    true, null, false, List.of(new Choice("a", "A", true)), meta)));
    assertThat(json.read(json.write(values))).isEqualTo(values);
    assertThat(json.write(ParameterValues.NONE)).isEqualTo("{}");
    assertThat(json.read("{}")).isEqualTo(ParameterValues.NONE);
  }

  @Test
  void onlyWhatIsSaidIsWritten() {
    assertThat(json.write(ParameterValues.of(ParameterValue.of("vat", "1"))))
        .isEqualTo("{\"vat\":{\"value\":\"1\"}}");
  }

  @Test
  void everyDefinitionIsShownInItsOrder() throws SQLException {
    assertThat(shown("{\"size\":{\"value\":\"S\"}}", true, Flavour.TIER))
        .isEqualTo(
            """
            {"params":[\
            {"id":"vat","title":"VAT","type":"text","value_choices":[],\
            "constraints":{"required":true}},\
            {"id":"pin","title":"PIN","type":"password","value_choices":[],"constraints":{}},\
            {"id":"size","title":"Size","type":"choice",\
            "value_choices":[{"value":"S","label":"Small"}],\
            "constraints":{"required":false,"choices":[{"value":"S","label":"Small"}]},\
            "value":"S","value_error":""}]}\
            """);
  }

  @Test
  void assetsCallThemByNameToo() throws SQLException {
    assertThat(shown("{}", true, Flavour.ASSET, "vat"))
        .startsWith("{\"params\":[{\"id\":\"vat\",\"name\":\"vat\",\"title\":");
  }

  @Test
  void someOfThemAreShown() throws SQLException {
    assertThat(shown(null, true, Flavour.TIER, "pin", "none"))
        .isEqualTo(
            "{\"params\":[{\"id\":\"pin\",\"title\":\"PIN\",\"type\":\"password\","
                + "\"value_choices\":[],\"constraints\":{}}]}");
  }

  @Test
  void aProductThatAsksForNothingHasNoParams() throws SQLException {
    assertThat(shown(null, "{\"gone\":{\"value\":\"1\"}}", true, Flavour.TIER, null))
        .isEqualTo("{\"params\":[]}");
  }

  @Test
  void valuesOfUnknownParametersAreNotShown() throws SQLException {
    assertThat(shown("{\"gone\":{\"value\":\"1\"}}", true, Flavour.TIER)).doesNotContain("gone");
  }

  @Test
  void passwordsAreToldToTheirVendorOnly() throws SQLException {
    String held = "{\"pin\":{\"value\":\"1234\",\"value_error\":\"weak\"}}";
    assertThat(shown(held, true, Flavour.TIER, "pin"))
        .contains("\"value\":\"1234\",\"value_error\":\"weak\"");
    assertThat(shown(held, false, Flavour.TIER, "pin"))
        .doesNotContain("1234")
        .doesNotContain("\"value\":")
        .contains("\"value_error\":\"weak\"");
  }

  @Test
  void errorsAndTreesAreShown() throws SQLException {
    String held =
        """
        {"vat":{"value":"1","structured_value":{"b":2,"a":null},\
        "structured_error":{"message":{"external_id":"E1"},"context":{}}}}\
        """;
    assertThat(shown(held, false, Flavour.TIER, "vat"))
        .endsWith(
            """
            "value":"1","value_error":"","structured_value":{"b":2,"a":null},\
            "structured_error":{"message":{"external_id":"E1"},"context":{}}}]}\
            """);
    assertThat(shown("{\"vat\":{\"value_error\":\"Needed.\"}}", false, Flavour.TIER, "vat"))
        .endsWith("\"constraints\":{\"required\":true},\"value_error\":\"Needed.\"}]}");
  }

  @Test
  void bentConstraintsAreShownInPlaceOfTheProducts() throws SQLException {
    String held =
        """
        {"size":{"constraints":{"required":true,"hidden":false,\
        "choices":[{"value":"L","label":"Large","default":true}],"meta":{"a":1}}}}\
        """;
    assertThat(shown(held, false, Flavour.TIER, "size"))
        .endsWith(
            """
            "value_choices":[{"value":"L","label":"Large"}],\
            "constraints":{"required":true,\
            "choices":[{"value":"L","label":"Large","default":true}],\
            "hidden":false,"meta":{"a":1}}}]}\
            """);
    assertThat(shown("{}", false, Flavour.TIER, "size"))
        .as("and of nothing else")
        .contains("\"required\":false");
  }
}
