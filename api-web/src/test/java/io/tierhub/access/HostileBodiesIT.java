package io.tierhub.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.access.AccessScene.Target;
import io.tierhub.access.AccessTable.Row;
import io.tierhub.support.Api;
import io.tierhub.web.openapi.ApiDescription;
import io.tierhub.web.openapi.OpenApiTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every operation that takes a body is sent bodies that are meant to do harm, by somebody who may
 * do it, about something that is there: each is refused in our own words, and nothing has changed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
@DisplayName("API4:2023 and API8:2023, bodies that are meant to do harm")
class HostileBodiesIT extends OpenApiTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String IS_JSON = "application/json";

  /** What members of each kind cannot be; unknown ones are ignored, and so not tried. */
  private static final List<String> TEXTS =
      List.of(
          "{\"a\": 1}",
          "[\"a\"]",
          "\"a\\u0000b\"",
          "\"a\\u001b[31mb\"",
          "\"a\\ud800b\"",
          "\"a\\u202eb\"",
          "1e400",
          "-1e400");

  private static final List<String> TRUTHS = List.of("{\"a\": {}}", "[[]]", "\"perhaps\"", "1e400");
  private static final List<String> NUMBERS =
      List.of("{\"a\": {}}", "[[]]", "\"perhaps\"", "1e400", "-1", "9".repeat(99));

  private static final List<String> OBJECTS = List.of("\"a\"", "[]", "1", "true");
  private static final List<String> ARRAYS = List.of("\"a\"", "{\"a\": 1}", "1", "false");

  private AccessScene scene;
  private ApiDescription description;
  private AccessCalls calls;

  @BeforeAll
  void companiesThatDoBusiness() {
    scene = new AccessScene(world(), jdbc);
    description = description("all");
    calls = new AccessCalls(scene, description, pages());
  }

  /** The first of each operation that somebody may do. */
  static Stream<Row> writes() {
    Set<String> met = new HashSet<>();
    return AccessTable.rows().stream()
        .filter(row -> !row.isRead() && row.allowed().isPresent())
        .filter(row -> met.add(row.operation()));
  }

  private record Sent(byte[] body, String... header) {

    static Sent json(String body) {
      return bytes(body.getBytes(StandardCharsets.UTF_8));
    }

    static Sent bytes(byte[] body) {
      return new Sent(body, "Content-Type", IS_JSON);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writes")
  void areRefusedInOurWordsAndChangeNothing(Row row) {
    String example = calls.body(row);
    if (example == null) {
      return;
    }
    // Whoever tries values is answered what is wrong with them, which is noted.
    boolean tried = row.path().endsWith("/validate");
    Target object = tried ? scene.fresh(row.object()) : scene.shared(row.object());
    String before = stateOf(object);
    // Where a code opens it, the body is looked at only if there is one.
    boolean byCode = row.path().endsWith("/pend");
    Api api = byCode ? api() : scene.companies.get(row.allowed().orElseThrow()).api();
    String query = byCode ? "code=" + AccessScene.codeIn(before) : calls.query(row);
    List<String> faults = new ArrayList<>();
    ArrayNode errors = JSON.createArrayNode();
    Map<String, Sent> all = new LinkedHashMap<>(wholes(example));
    members(JSON.readTree(example)).forEach(body -> all.put(body, Sent.json(body)));
    all.forEach((what, sent) -> {
      Api.Answer answer =
          calls.send(api, row, object.ids(), query, sent.body(), proxied(sent.header()));
      if (tried && answer.text().contains("\"value_error\":\"")) {
        return;
      }
      if (answer.status() < 400 || answer.status() >= 500 || !isOurs(answer)) {
        faults.add("%s: %d %s".formatted(what, answer.status(), answer.text()));
      } else {
        errors.add(answer.json());
      }
    });
    assertThat(faults).as(row.toString()).isEmpty();
    assertThat(description.faults(errorList(), errors)).isEmpty();
    if (!tried) {
      assertThat(stateOf(object)).as("it is as it was before").isEqualTo(before);
    }
  }

  /** Calls by codes are counted by address; these have one of their own. */
  private static String[] proxied(String[] header) {
    return Stream.concat(Stream.of("X-Forwarded-For", "203.0.113.77"), Stream.of(header))
        .toArray(String[]::new);
  }

  private static boolean isOurs(Api.Answer answer) {
    return IS_JSON.equals(answer.header("Content-Type"))
        && answer.text().startsWith("{")
        && Insides.shownIn(answer.text()).isEmpty();
  }

  private static JsonNode errorList() {
    return JSON.readTree(
        "{\"type\": \"array\", \"items\": {\"$ref\": \"#/components/schemas/Error\"}}");
  }

  private static String stateOf(Target object) {
    return object.owner().api().get(object.seenAt()).expect(200).text();
  }

  /** What is wrong with a body as a whole. */
  private static Map<String, Sent> wholes(String example) {
    Map<String, Sent> all = new LinkedHashMap<>();
    all.put("a member twice", Sent.json(with(example, "\"z\": 1, \"z\": 2")));
    all.put("nested deeply", Sent.json(with(example, "\"z\": " + nested(100))));
    all.put("nested without end", Sent.json("[".repeat(100_000)));
    all.put("objects without end", Sent.json("{\"a\":".repeat(100_000)));
    all.put("a number of 400 digits", Sent.json(with(example, "\"z\": " + "9".repeat(400))));
    all.put("NaN", Sent.json(with(example, "\"z\": NaN")));
    all.put("a NUL", Sent.json(with(example, "\"z\": \"\u0000\"")));
    all.put("a NUL outside", Sent.json(example + "\u0000"));
    all.put("two bodies", Sent.json(example + example));
    all.put("cut off", Sent.json(example.substring(0, example.length() - 1)));
    all.put("an array", Sent.json("[1]"));
    all.put("a text", Sent.json("\"a\""));
    all.put("a number", Sent.json("1"));
    all.put("true", Sent.json("true"));
    all.put("null", Sent.json("null"));
    all.put("a comment", Sent.json("/* */" + example));
    all.put("XML in disguise", Sent.json("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///\">]><a/>"));
    all.put("too large", Sent.json(with(example, "\"z\": \"" + "x".repeat(1_100_000) + "\"")));
    all.put("UTF-16", Sent.bytes(example.getBytes(StandardCharsets.UTF_16)));
    all.put("UTF-16LE", Sent.bytes(example.getBytes(StandardCharsets.UTF_16LE)));
    all.put("UTF-32", Sent.bytes(example.getBytes(StandardCharsets.UTF_32)));
    all.put("Latin 1", Sent.bytes(with(example, "\"z\": \"é\"").getBytes(ISO)));
    all.put("half a character", bytes(example, 0xED, 0xA0, 0x80));
    all.put("a longer way to write a slash", bytes(example, 0xC0, 0xAF));
    all.put("gzip", new Sent(gzip(example), "Content-Type", IS_JSON, "Content-Encoding", "gzip"));
    all.put("gzip unsaid", Sent.bytes(gzip(example)));
    for (String type :
        List.of(
            IS_JSON + ";charset=utf-16",
            IS_JSON + ";charset=iso-8859-1",
            IS_JSON + ";charset=none-such",
            "text/xml",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data;boundary=x")) {
      all.put(type, new Sent(example.getBytes(StandardCharsets.UTF_8), "Content-Type", type));
    }
    return all;
  }

  private static final java.nio.charset.Charset ISO = StandardCharsets.ISO_8859_1;

  /** The body with one member more before all others. */
  private static String with(String example, String member) {
    return "{" + member + (example.equals("{}") ? "" : ",") + example.substring(1);
  }

  /** A text of bytes that are no UTF-8. */
  private static Sent bytes(String example, int... text) {
    StringBuilder raw = new StringBuilder();
    for (int octet : text) {
      raw.append((char) octet);
    }
    return Sent.bytes(with(example, "\"z\": \"" + raw + "\"").getBytes(ISO));
  }

  private static String nested(int deep) {
    return "[".repeat(deep) + "]".repeat(deep);
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** The body once for each member and each thing that it cannot be. */
  private static List<String> members(JsonNode example) {
    List<String> bodies = new ArrayList<>();
    for (JsonPointer at : pointers(example, JsonPointer.empty())) {
      JsonNode member = example.at(at);
      List<String> values =
          switch (member.getNodeType()) {
            case OBJECT -> OBJECTS;
            case ARRAY -> ARRAYS;
            case STRING -> TEXTS;
            case BOOLEAN -> TRUTHS;
            default -> NUMBERS;
          };
      for (String value : values) {
        JsonNode copy = example.deepCopy();
        JsonNode parent = copy.at(at.head());
        String marker = "\u2603";
        if (parent instanceof ObjectNode object) {
          object.put(at.last().getMatchingProperty(), marker);
        } else {
          ((ArrayNode) parent).set(at.last().getMatchingIndex(), marker);
        }
        // As text, for what is sent has numbers and halves of characters that no tree can hold.
        bodies.add(copy.toString().replace("\"" + marker + "\"", value));
      }
    }
    return bodies;
  }

  private static List<JsonPointer> pointers(JsonNode node, JsonPointer at) {
    List<JsonPointer> all = new ArrayList<>();
    node.properties()
        .forEach(member -> {
          JsonPointer below = at.appendProperty(member.getKey());
          all.add(below);
          all.addAll(pointers(member.getValue(), below));
        });
    for (int index = 0; node.isArray() && index < node.size(); index++) {
      JsonPointer below = at.appendIndex(index);
      all.add(below);
      all.addAll(pointers(node.get(index), below));
    }
    return all;
  }
}
