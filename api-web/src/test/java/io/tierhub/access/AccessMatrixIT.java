package io.tierhub.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.access.AccessScene.Target;
import io.tierhub.access.AccessTable.Role;
import io.tierhub.access.AccessTable.Row;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import io.tierhub.web.openapi.ApiDescription;
import io.tierhub.web.openapi.ApiDescription.Call;
import io.tierhub.web.openapi.OpenApiTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every operation, called by everybody, on what is theirs, what they see, what is others' and what
 * is not there. Which status is right stands in {@link AccessTable} alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class AccessMatrixIT extends OpenApiTest {

  private AccessScene scene;
  private ApiDescription description;
  private Map<String, Api> strangers;

  @BeforeAll
  void companiesThatDoBusiness() {
    scene = new AccessScene(world(), jdbc);
    description = description("all");
    strangers = strangers();
  }

  /** Whom nobody knows, or not any more. */
  private Map<String, Api> strangers() {
    String unknown = "ApiKey SU-999-999-999:" + "0".repeat(64);
    Map<String, Api> all = new LinkedHashMap<>();
    all.put("nobody", api());
    all.put("an unknown token", api().as(unknown));
    all.put("a wrong secret", api().as(scene.seller.header() + "0"));
    all.put("a sleeping token", api().as(issued("update api_token set status = 'inactive'")));
    all.put("a deleted token", api().as(issued("update api_token set status = 'deleted'")));
    all.put(
        "an expired token",
        api().as(issued("update api_token set expires_at = now() - interval '1 s'")));
    String code = scene.shared("form").ids().getFirst();
    all.put("a form's code as a token", api().as("ApiKey " + code));
    all.put("a form's code as a bearer", api().as("Bearer " + code));
    return all;
  }

  /** A token of the seller's that was never used before it died. */
  private String issued(String death) {
    Api.Answer token = scene.seller.api().post("/auth/tokens", "{\"name\": \"T\"}").expect(201);
    jdbc.update(death + " where id = ?", token.at("id"));
    return token.at("token");
  }

  static Stream<Row> rows() {
    return AccessTable.rows().stream();
  }

  @Test
  void everyOperationIsInTheTable() {
    List<String> described =
        description.calls().stream()
            .map(call -> call.method().toUpperCase(Locale.ROOT) + " " + call.path())
            .toList();
    Set<String> tried = new HashSet<>(rows().map(Row::operation).toList());
    assertThat(tried).as("add who may").containsExactlyInAnyOrderElementsOf(described);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void isForWhomTheTableSays(Row row) {
    List<String> faults = new ArrayList<>();
    Target object = scene.shared(row.object());
    String before = stateOf(object);
    row.expected()
        .forEach((role, expected) -> {
          Target target = changes(row, expected) ? scene.fresh(row.object()) : object;
          Api.Answer answer = call(role, row, target.ids());
          if (answer.status() != expected) {
            faults.add(
                "%s: %d, not %d: %s".formatted(role, answer.status(), expected, answer.text()));
          }
        });
    assertThat(faults).as(row.toString()).isEmpty();
    assertThat(stateOf(object)).as("it is as it was before").isEqualTo(before);
  }

  private static boolean changes(Row row, int expected) {
    return !row.isRead() && expected < 300;
  }

  private static String stateOf(Target object) {
    return object.owner().api().get(object.seenAt()).expect(200).text();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void tellsNothingOfWhatIsNotForThem(Row row) {
    Target object = scene.shared(row.object());
    List<String> absent = object.ids().stream().map(Told::absent).toList();
    List<List<String>> others =
        absent.size() == 2
            ? List.of(absent, List.of(object.ids().getFirst(), absent.getLast()))
            : List.of(absent);
    List<String> faults = new ArrayList<>();
    row.expected()
        .forEach((role, expected) -> {
          if (expected != 404 || object.ids().isEmpty()) {
            return;
          }
          for (Attempt attempt : attempts(row)) {
            String foreign =
                Told.by(attempt.by(scene.companies.get(role), object.ids()), object.ids());
            for (List<String> ids : others) {
              String none = Told.by(attempt.by(scene.companies.get(role), ids), ids);
              if (!none.equals(foreign)) {
                faults.add("%s, %s:%n%s%n%s".formatted(role, attempt, foreign, none));
              }
            }
          }
        });
    assertThat(faults).as(row.toString()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void isClosedToStrangers(Row row) {
    Call call = description.call(row.method().toLowerCase(Locale.ROOT), row.path());
    boolean open = call.operation().has("security") && call.operation().path("security").isEmpty();
    if (open) {
      return;
    }
    Target object = scene.shared(row.object());
    String before = stateOf(object);
    List<String> faults = new ArrayList<>();
    Set<String> told = new HashSet<>();
    strangers.forEach((who, api) -> {
      Api.Answer answer = send(api, row, object.ids(), "", body(row));
      if (answer.status() != 401) {
        faults.add("%s: %d: %s".formatted(who, answer.status(), answer.text()));
      }
      told.add(Told.by(answer, object.ids()));
    });
    boolean byCode = call.operation().path("security").valueStream().anyMatch(JsonNode::isEmpty);
    if (!byCode) {
      String code = "code=" + scene.shared("form").ids().getFirst();
      told.add(Told.by(send(api(), row, object.ids(), code, body(row)), object.ids()));
    }
    assertThat(faults).as(row.toString()).isEmpty();
    assertThat(told).as("why they are refused is not told").hasSize(1);
    assertThat(stateOf(object)).as("it is as it was before").isEqualTo(before);
  }

  /** A way to ask, which may be looked at before it is known whether there is anything to ask. */
  private record Attempt(AccessMatrixIT test, Row row, String query, String body) {

    Api.Answer by(Company who, List<String> ids) {
      return test.send(who.api(), row, ids, query, body);
    }

    @Override
    public String toString() {
      return (query.isEmpty() ? "" : "?" + query + " ") + (body == null ? "without a body" : body);
    }
  }

  private List<Attempt> attempts(Row row) {
    if (row.isRead()) {
      return List.of(
          new Attempt(this, row, query(row), null),
          new Attempt(this, row, "as_of=2099-01-01", null),
          new Attempt(this, row, "limit=0", null),
          new Attempt(this, row, "nonsense=1", null));
    }
    return List.of(
        new Attempt(this, row, "", body(row)),
        new Attempt(this, row, "dry_run=true", body(row)),
        new Attempt(this, row, "", null),
        new Attempt(this, row, "", "[]"),
        new Attempt(this, row, "", "{\"params\": 1, \"name\": [], \"status\": \"none\"}"));
  }

  private Api.Answer call(Role role, Row row, List<String> ids) {
    return send(scene.companies.get(role).api(), row, ids, query(row), body(row));
  }

  private Api.Answer send(Api api, Row row, List<String> ids, String query, String body) {
    String path = row.path();
    for (String id : ids) {
      path = path.replaceFirst("\\{\\w+}", id);
    }
    boolean page = path.startsWith("/forms/");
    Api server = page ? new Api(pages().base(), api.authorization()) : api;
    String relative = page ? path : path.substring("/public/v1".length());
    return server.send(
        request ->
            (body == null ? request : request.header("Content-Type", "application/json"))
                // A form is a page for those who do not ask for JSON, and texts are Markdown.
                .header("Accept", page ? "application/json" : "*/*")
                .method(
                    row.method(),
                    body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)),
        relative + (query.isEmpty() ? "" : "?" + query));
  }

  private String query(Row row) {
    return switch (row.operation()) {
      case "GET /public/v1/products/{id}/requirements" ->
          "account=" + scene.shared("unused account").ids().getFirst();
      case "GET /public/v1/products/{product}/parameters/schema" -> "scope=asset";
      case "GET /public/v1/products/{product}/actions/{id}/actionLink" ->
          "asset_id=" + scene.shared("asset").ids().getFirst();
      default -> "";
    };
  }

  /** The description's own example, of which only the ids are replaced. */
  private String body(Row row) {
    Call call = description.call(row.method().toLowerCase(Locale.ROOT), row.path());
    JsonNode request = call.operation().path("requestBody");
    if (request.isMissingNode()) {
      return null;
    }
    if (row.path().endsWith("/assign")) {
      return "{}";
    }
    String body = description.examples(request).findFirst().orElseThrow().getValue().toString();
    List<String> names =
        scene.namesInExamples(
            switch (row.path()) {
              case "/public/v1/tier/account-requests" ->
                  List.of("TA-6458-9737-0065", scene.fresh("account in use").ids().getFirst());
              case "/public/v1/tier/config-requests" ->
                  List.of(
                      "PRD-403-038-754",
                      scene.configured,
                      "TA-6458-9737-0065",
                      World.reseller(scene.seller, "To be set up", null));
              default ->
                  List.of(
                      "PRD-403-038-754",
                      scene.product,
                      "TA-6458-9737-0065",
                      scene.shared("unused account").ids().getFirst());
            });
    for (int at = 0; at < names.size(); at += 2) {
      body = body.replace(names.get(at), names.get(at + 1));
    }
    return body;
  }
}
