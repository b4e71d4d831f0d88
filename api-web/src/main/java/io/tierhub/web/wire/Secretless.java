package io.tierhub.web.wire;

import io.tierhub.parameter.ParameterType;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes out of an answer what must not be kept: what is shown once, and the values of passwords,
 * which vendors are shown. Links to forms stay: whoever reads the database could seal them as well.
 */
public final class Secretless {

  private static final List<String> VALUE = List.of("value", "structured_value");

  private final JsonMapper json;

  public Secretless(JsonMapper json) {
    this.json = json;
  }

  /** Without what is shown once; the values of passwords stay. */
  byte[] without(byte[] answer, List<String> shownOnce) {
    return !shownOnce.isEmpty()
            && json.readTree(answer) instanceof ObjectNode object
            && removed(object, shownOnce)
        ? json.writeValueAsBytes(object)
        : answer;
  }

  /**
   * @param shownOnce members of the answer
   * @return the very same bytes if there is nothing secret
   */
  public byte[] of(byte[] answer, List<String> shownOnce) {
    JsonNode tree = json.readTree(answer);
    boolean had = tree instanceof ObjectNode object && removed(object, shownOnce);
    return hidPasswords(tree) || had ? json.writeValueAsBytes(tree) : answer;
  }

  private static boolean hidPasswords(JsonNode node) {
    boolean had = node instanceof ObjectNode object && isPassword(object) && removed(object, VALUE);
    for (JsonNode child : node) {
      had |= hidPasswords(child);
    }
    return had;
  }

  /** A parameter with its value, or a value with its parameter. */
  private static boolean isPassword(ObjectNode object) {
    String password = ParameterType.PASSWORD.wire();
    return object.path("type").asString("").equals(password)
        || object.at("/parameter/type").asString("").equals(password);
  }

  private static boolean removed(ObjectNode object, List<String> names) {
    boolean had = names.stream().anyMatch(object::has);
    object.remove(names);
    return had;
  }
}
