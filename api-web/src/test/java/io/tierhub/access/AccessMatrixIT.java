package io.tierhub.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.access.AccessScene.Target;
import io.tierhub.access.AccessTable.Role;
import io.tierhub.access.AccessTable.Row;
import io.tierhub.support.Api;
import io.tierhub.support.World.Company;
import io.tierhub.web.openapi.ApiDescription;
import io.tierhub.web.openapi.ApiDescription.Call;
import io.tierhub.web.openapi.OpenApiTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every operation, called by everybody, on what is theirs, what they see, what is others' and what
 * is not there. Which status is right stands in {@link AccessTable} alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
@DisplayName("API1:2023 and API5:2023, objects and operations of others")
@Isolated("it draws keys of links")
class AccessMatrixIT extends OpenApiTest {

  /** Events say whose they are and who did it. */
  private static final Set<String> NAMED_BY_EVENTS =
      Set.of("company of the seller", "token of the seller", "version");

  private AccessScene scene;
  private ApiDescription description;
  private AccessCalls calls;
  private Map<String, Api> strangers;

  @BeforeAll
  void companiesThatDoBusiness() {
    scene = new AccessScene(world(), jdbc);
    description = description("all");
    calls = new AccessCalls(scene, description, pages());
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

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void isDescribedWithWhatTheTableSays(Row row) {
    List<String> statuses =
        row.expected().values().stream().distinct().map(String::valueOf).toList();
    assertThat(calls.described(row).operation().path("responses").propertyNames())
        .containsAll(statuses);
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
          for (Attempt attempt : attempts(row, object)) {
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
    Call call = calls.described(row);
    boolean open = call.operation().has("security") && call.operation().path("security").isEmpty();
    if (open) {
      return;
    }
    Target object = scene.shared(row.object());
    String before = stateOf(object);
    List<String> faults = new ArrayList<>();
    Set<String> told = new HashSet<>();
    strangers.forEach((who, api) -> {
      Api.Answer answer = calls.send(api, row, object.ids(), "", calls.body(row));
      if (answer.status() != 401) {
        faults.add("%s: %d: %s".formatted(who, answer.status(), answer.text()));
      }
      told.add(Told.by(answer, object.ids()));
    });
    boolean byCode = call.operation().path("security").valueStream().anyMatch(JsonNode::isEmpty);
    if (!byCode) {
      String code = "code=" + scene.shared("form").ids().getFirst();
      told.add(Told.by(calls.send(api(), row, object.ids(), code, calls.body(row)), object.ids()));
    }
    assertThat(faults).as(row.toString()).isEmpty();
    assertThat(told).as("why they are refused is not told").hasSize(1);
    assertThat(stateOf(object)).as("it is as it was before").isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void theFeedTellsOnlyOfWhatTheySee(Role role) {
    Map<String, Boolean> seen = new LinkedHashMap<>();
    rows()
        .filter(row -> row.isRead() && row.path().endsWith("}"))
        .filter(row -> !NAMED_BY_EVENTS.contains(row.object()))
        .forEach(row ->
            seen.put(scene.shared(row.object()).ids().getLast(), row.expected().get(role) == 200));
    String last = scene.fresh("order").ids().getFirst();
    await().until(() -> feed(scene.seller).contains(last));
    String feed = feed(scene.companies.get(role));
    seen.forEach((id, is) -> {
      if (!is) {
        assertThat(feed).as("the feed of %s", role).doesNotContain("\"" + id + "\"");
      }
    });
  }

  private static String feed(Company who) {
    StringBuilder all = new StringBuilder();
    String after = "0";
    while (true) {
      Api.Answer some = who.api().get("/feed?limit=1000&after=" + after).expect(200);
      if (some.json().isEmpty()) {
        return all.toString();
      }
      all.append(some.text());
      after = some.header("X-Feed-Position");
    }
  }

  /** A way to ask, which may be looked at before it is known whether there is anything to ask. */
  private record Attempt(
      AccessMatrixIT test, Row row, String query, String body, String... header) {

    Api.Answer by(Company who, List<String> ids) {
      return test.calls.send(who.api(), row, ids, query, body, header);
    }

    @Override
    public String toString() {
      return (query.isEmpty() ? "" : "?" + query + " ")
          + String.join(" ", header)
          + (body == null ? " without a body" : body);
    }
  }

  private List<Attempt> attempts(Row row, Target object) {
    if (row.isRead()) {
      return List.of(
          new Attempt(this, row, calls.query(row), null),
          new Attempt(this, row, "as_of=2099-01-01", null),
          new Attempt(this, row, "limit=0", null),
          new Attempt(this, row, "nonsense=1", null),
          new Attempt(this, row, "", null, "If-None-Match", "*"),
          new Attempt(this, row, "", null, "If-None-Match", tagOf(object)));
    }
    return List.of(
        new Attempt(this, row, "", calls.body(row)),
        new Attempt(this, row, "dry_run=true", calls.body(row)),
        new Attempt(this, row, "", null),
        new Attempt(this, row, "", calls.body(row), "If-Match", "*"),
        new Attempt(this, row, "", calls.body(row), "If-Match", tagOf(object)),
        new Attempt(this, row, "", "[]"),
        new Attempt(this, row, "", "{\"params\": 1, \"name\": [], \"status\": \"none\"}"));
  }

  private Api.Answer call(Role role, Row row, List<String> ids) {
    return calls.send(scene.companies.get(role).api(), row, ids, calls.query(row), calls.body(row));
  }

  /** By which its owner would be told that it has not changed. */
  private static String tagOf(Target object) {
    String tag = object.owner().api().get(object.seenAt()).expect(200).header("ETag");
    return tag == null ? "W/\"none\"" : tag;
  }
}
