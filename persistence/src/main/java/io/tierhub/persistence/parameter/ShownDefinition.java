package io.tierhub.persistence.parameter;

import io.tierhub.parameter.ParameterType;
import io.tierhub.persistence.parameter.ParamsJson.Flavour;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One definition in the form in which params show it, cut where values and bent constraints go in.
 *
 * @param secret whether its value is told to nobody but the product's vendor
 * @param beginning {@code {"id":"…"}
 * @param middle from there to the choices
 * @param choices {@code [{"value":…}]}
 * @param constraints as JSON
 */
record ShownDefinition(
    String name,
    boolean secret,
    String beginning,
    String middle,
    String choices,
    ObjectNode constraints,
    String constraintsText) {

  private static final JsonMapper JSON = new JsonMapper();

  /** Pages have many rows of few products. The text is the key: it changes with the definitions. */
  private static final int MOST_REMEMBERED = 256;

  private static final Map<String, List<ShownDefinition>> REMEMBERED =
      Collections.synchronizedMap(new LastUsed());

  private static final List<String> BENT = List.of("hidden", "readonly", "required", "meta");

  private static final class LastUsed extends LinkedHashMap<String, List<ShownDefinition>> {

    private static final long serialVersionUID = 1;

    LastUsed() {
      super(MOST_REMEMBERED * 2, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, List<ShownDefinition>> eldest) {
      return size() > MOST_REMEMBERED;
    }
  }

  /**
   * @param text the column {@code parameter_set.definitions}
   */
  static List<ShownDefinition> all(String text) {
    return REMEMBERED.computeIfAbsent(text, ShownDefinition::parsed);
  }

  private static List<ShownDefinition> parsed(String text) {
    List<ShownDefinition> all = new ArrayList<>();
    for (JsonNode each : JSON.readTree(text)) {
      ObjectNode definition = (ObjectNode) each;
      JsonNode id = definition.remove("id");
      JsonNode choices = definition.remove("value_choices");
      ObjectNode constraints = (ObjectNode) definition.remove("constraints");
      String rest = definition.toString();
      all.add(
          new ShownDefinition(
              id.stringValue(),
              ParameterType.PASSWORD.wire().equals(definition.path("type").asString()),
              "{\"id\":" + id,
              rest.substring(1, rest.length() - 1),
              choices.toString(),
              constraints,
              constraints.toString()));
    }
    return List.copyOf(all);
  }

  /**
   * The param as the wire writes it.
   *
   * @param held what the row holds for it; missing if nothing
   */
  String with(JsonNode held, boolean seesSecrets, Flavour flavour) {
    StringBuilder out = new StringBuilder(512).append(beginning);
    if (flavour == Flavour.ASSET) {
      out.append(",\"name\":\"").append(name).append('"');
    }
    JsonNode bent = held.path("constraints");
    JsonNode offered = bent.path("choices");
    out.append(',').append(middle);
    out.append(",\"value_choices\":").append(offered.isArray() ? offers(offered) : choices);
    out.append(",\"constraints\":").append(bent.isObject() ? bentBy(bent) : constraintsText);
    if (held.has("value") || held.has("value_error") || held.has("structured_error")) {
      writeValue(held, seesSecrets || !secret, out);
    }
    return out.append('}').toString();
  }

  private static void writeValue(JsonNode held, boolean tell, StringBuilder out) {
    if (tell && held.has("value")) {
      out.append(",\"value\":").append(held.get("value"));
    }
    out.append(",\"value_error\":");
    out.append(held.has("value_error") ? held.get("value_error").toString() : "\"\"");
    if (tell && held.has("structured_value")) {
      out.append(",\"structured_value\":").append(held.get("structured_value"));
    }
    if (held.has("structured_error")) {
      out.append(",\"structured_error\":").append(held.get("structured_error"));
    }
  }

  private static ArrayNode offers(JsonNode choices) {
    ArrayNode offers = JSON.createArrayNode();
    for (JsonNode choice : choices) {
      offers.addObject().set("value", choice.get("value")).set("label", choice.get("label"));
    }
    return offers;
  }

  private ObjectNode bentBy(JsonNode override) {
    ObjectNode bent = constraints.deepCopy();
    for (String member : BENT) {
      if (override.has(member)) {
        bent.set(member, override.get(member));
      }
    }
    if (override.has("choices")) {
      bent.set("choices", override.get("choices"));
    }
    return bent;
  }
}
