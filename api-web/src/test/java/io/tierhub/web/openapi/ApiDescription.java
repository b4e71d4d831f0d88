package io.tierhub.web.openapi;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description as it is served, and a validator of its schemas. */
public final class ApiDescription {

  private static final String HOME = "https://tierhub.test/openapi";
  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode root;

  private static final JsonNode NOTHING = JSON.missingNode();

  public ApiDescription(JsonNode root) {
    this.root = root;
  }

  public JsonNode root() {
    return root;
  }

  public List<Call> calls() {
    return root.path("paths").properties().stream()
        .flatMap(path ->
            path.getValue().properties().stream()
                .map(method -> new Call(method.getKey(), path.getKey(), method.getValue())))
        .toList();
  }

  /** An operation. */
  public record Call(String method, String path, JsonNode operation) {

    @Override
    public String toString() {
      return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
    }
  }

  public Call call(String method, String path) {
    return calls().stream()
        .filter(call -> call.method().equals(method) && call.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not described: " + method + " " + path));
  }

  /** The node itself, or what it refers to. */
  public JsonNode resolve(JsonNode node) {
    String ref = node.path("$ref").asString("");
    return ref.isEmpty() ? node : root.at(ref.substring(1));
  }

  /** The schema of a request body or a response. */
  public JsonNode schema(JsonNode bodyOrResponse) {
    return content(bodyOrResponse).path("schema");
  }

  /** All of ours have one content type: JSON, or Markdown where texts are rendered. */
  private JsonNode content(JsonNode bodyOrResponse) {
    return resolve(bodyOrResponse).path("content").valueStream().findFirst().orElse(NOTHING);
  }

  /** The examples of a request body or a response, by name. */
  public Stream<Map.Entry<String, JsonNode>> examples(JsonNode bodyOrResponse) {
    JsonNode json = content(bodyOrResponse);
    Stream<Map.Entry<String, JsonNode>> named =
        json.path("examples").properties().stream()
            .map(example -> Map.entry(example.getKey(), resolve(example.getValue()).path("value")));
    return json.has("example")
        ? Stream.concat(Stream.of(Map.entry("example", json.path("example"))), named)
        : named;
  }

  /** What is wrong with an instance, in words. */
  public List<String> faults(JsonNode schema, JsonNode instance) {
    ObjectNode all = JSON.createObjectNode();
    all.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    all.put("$id", HOME);
    all.set("schema", schema);
    all.set("components", root.path("components"));
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemas(Map.of(HOME, all.toString())))
        .getSchema(SchemaLocation.of(HOME + "#/schema"))
        .validate(instance)
        .stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  /** The same description, by which members that it does not name are faults. */
  ApiDescription strict() {
    ObjectNode copy = (ObjectNode) root.deepCopy();
    ObjectNode schemas = (ObjectNode) copy.at("/components/schemas");
    for (String name : List.copyOf(schemas.propertyNames())) {
      ObjectNode schema = (ObjectNode) schemas.get(name);
      if (schema.has("allOf")) {
        // A sealed schema cannot be a part of another one: the part is an unsealed copy.
        for (JsonNode part : schema.path("allOf")) {
          String ref = part.path("$ref").asString("");
          if (!ref.isEmpty()) {
            schemas.set(open(ref), root.at(ref.substring(1)).deepCopy());
            ((ObjectNode) part).put("$ref", "#/components/schemas/" + open(ref));
          }
        }
        schema.put("unevaluatedProperties", false);
      } else if (schema.has("properties") && !schema.has("additionalProperties")) {
        schema.put("additionalProperties", false);
      }
    }
    return new ApiDescription(copy);
  }

  private static String open(String ref) {
    return "Open" + ref.substring(ref.lastIndexOf('/') + 1);
  }
}
