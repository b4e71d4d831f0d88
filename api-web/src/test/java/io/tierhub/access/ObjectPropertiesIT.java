package io.tierhub.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.access.AccessScene.Target;
import io.tierhub.access.AccessTable.Role;
import io.tierhub.access.AccessTable.Row;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import io.tierhub.web.openapi.OpenApiTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Members that are not the caller's to write, and values that are not the caller's to read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
@DisplayName("API3:2023, properties that are not for everybody who has the object")
class ObjectPropertiesIT extends OpenApiTest {

  private static final JsonMapper JSON = new JsonMapper();

  private AccessScene scene;
  private AccessCalls calls;

  @BeforeAll
  void companiesThatDoBusiness() {
    scene = new AccessScene(world(), jdbc);
    calls = new AccessCalls(scene, description("all"), pages());
  }

  static Stream<Row> writes() {
    Set<String> met = new HashSet<>();
    return AccessTable.rows().stream()
        .filter(row -> !row.isRead() && row.allowed().isPresent())
        .filter(row -> met.add(row.operation()));
  }

  /**
   * What only the server writes, as an answer has it, with values that tell that it was believed.
   */
  private JsonNode planted() {
    return JSON.readTree(
        """
        {"id": "ZZ-6666-6666-6666", "version": 666666, "revision": 666666, "number": 666666,
         "owner": {"id": "%1$s", "name": "Mallory"}, "owner_id": "%1$s",
         "vendor": {"id": "%2$s", "name": "Mallory"}, "vendor_id": "%2$s",
         "provider": {"id": "%1$s", "name": "Mallory"}, "distributor": {"id": "%1$s"},
         "company": {"id": "%1$s", "name": "Mallory"}, "creator": {"id": "UR-666-666-666"},
         "environment": "preview", "scopes": ["tier2"], "role": "ops",
         "created": "1999-09-09T09:09:09+00:00", "updated": "1999-09-09T09:09:09+00:00",
         "created_at": "1999-09-09T09:09:09+00:00", "published_at": "1999-09-09T09:09:09+00:00",
         "events": {"created": {"at": "1999-09-09T09:09:09+00:00",
                                "by": {"id": "UR-666-666-666", "name": "Mallory"}},
                    "approved": {"at": "1999-09-09T09:09:09+00:00",
                                 "by": {"id": "UR-666-666-666", "name": "Mallory"}}},
         "by": {"id": "UR-666-666-666", "name": "Mallory"}, "trace_id": "%3$s",
         "secret": "Mallory", "secret_hash": "Mallory", "token": "ApiKey SU-666-666-666:Mallory",
         "handle": "Mallory", "stats": {"connections": 666666}, "latest": false,
         "open_request": {"id": "ZZ-6666-6666-6666"}, "previous": "ZZ-6666-6666-6666",
         "status": "approved"}
        """
            .formatted(scene.rival.id(), scene.supplier.id(), "6".repeat(32)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writes")
  void whatOnlyTheServerWritesIsRefusedOrIgnored(Row row) {
    String plain = calls.body(row);
    if (plain == null) {
      return;
    }
    Role role = row.allowed().orElseThrow();
    Company who = scene.companies.get(role);
    Target object = scene.fresh(row.object());
    Api.Answer usual = call(who, row, scene.fresh(row.object()), plain);
    assertThat(usual.status()).as(usual.text()).isEqualTo(row.expected().get(role));

    JsonNode sent = JSON.readTree(calls.body(row));
    plant(sent);
    Api.Answer answer = call(who, row, object, sent.toString());
    assertThat(answer.status()).as(answer.text()).isIn(row.expected().get(role), 400);
    String state = object.owner().api().get(object.seenAt()).expect(200).text();
    for (String trace :
        List.of("ZZ-6666", "666666", "1999-09-09", "Mallory", "UR-666", "preview")) {
      assertThat(state).as("%s, which %s", row, sent).doesNotContain(trace);
      if (answer.status() < 300) {
        assertThat(answer.text()).as("%s, which %s", row, sent).doesNotContain(trace);
      }
    }
    if (answer.status() < 300 && answer.status() != 204) {
      assertThat(answer.json().path("status")).isEqualTo(usual.json().path("status"));
      assertThat(answer.json().path("owner").path("id").asString(""))
          .isNotEqualTo(scene.rival.id());
    }
  }

  /** Into every object of the body, beside what the call is about. */
  private void plant(JsonNode node) {
    node.forEach(this::plant);
    if (node instanceof ObjectNode object) {
      planted()
          .properties()
          .forEach(member -> object.putIfAbsent(member.getKey(), member.getValue()));
    }
  }

  private Api.Answer call(Company who, Row row, Target target, String body) {
    return calls.send(who.api(), row, target.ids(), calls.query(row), body);
  }

  /** The vendor of the product alone is told passwords; nobody else is, by any way. */
  @Test
  void passwordsAreTheVendorsAlone() {
    String secret = "pssst-" + UUID.randomUUID();
    for (String[] asks : new String[][] {{scene.product, "asset"}, {scene.configured, "tier1"}}) {
      scene
          .maker
          .api()
          .post(
              "/products/" + asks[0] + "/parameters",
              """
              {"name": "pin", "title": "PIN", "type": "password", "scope": "%s",
               "phase": "ordering"}
              """
                  .formatted(asks[1]))
          .expect(201);
    }
    String pin = "{\"id\": \"pin\", \"value\": \"%s\"}".formatted(secret);
    String customer = scene.customer();
    String purchase =
        World.purchaseBody(scene.product, customer)
            .replace("\"product\"", "\"params\": [%s], \"product\"".formatted(pin));
    Company seller = scene.seller;
    List<String> told = new ArrayList<>();
    told.add(seller.api().post("/requests?dry_run=true", purchase).expect(200).text());
    Api.Answer order = seller.api().post("/requests", purchase).expect(201);
    told.add(order.text());
    Api.Answer setup =
        seller
            .api()
            .post(
                "/tier/config-requests",
                """
                {"type": "setup",
                 "configuration": {"product": {"id": "%s"}, "account": {"id": "%s"}, "tier_level": 1},
                 "params": [{"id": "contact_language", "value": "en"}, %s]}
                """
                    .formatted(
                        scene.configured, World.reseller(seller, "With a secret", null), pin))
            .expect(201);
    told.add(setup.text());
    String request = "/requests/" + order.at("id");
    String tierRequest = "/tier/config-requests/" + setup.at("id");
    for (String path : List.of(request, tierRequest)) {
      assertThat(scene.maker.api().get(path).expect(200).text()).contains(secret);
    }
    scene.maker.api().post(request + "/inquire").expect(200);
    told.add(seller.api().post(request + "/pend").expect(200).text());
    scene.maker.api().post(request + "/approve").expect(200);
    scene.maker.api().post(tierRequest + "/approve").expect(200);
    await().until(() -> waits(order.at("id")) == 0);

    String asset = "/assets/" + order.at("asset.id");
    String configuration = "/tier/configs/" + setup.at("configuration.id");
    for (Company who : List.of(seller, scene.ops)) {
      for (String path :
          List.of(
              request,
              request + "/explain",
              request + "/render",
              "/requests?asset.tiers.customer.id=" + customer,
              asset,
              asset + "/render",
              asset + "/requests",
              "/assets?tiers.customer.id=" + customer + "&select(params,items,template)",
              tierRequest,
              tierRequest + "/explain",
              tierRequest + "/render",
              configuration,
              configuration + "/render",
              "/tier/configs?id=" + setup.at("configuration.id"),
              "/tier/config-requests?id=" + setup.at("id"),
              "/queue?limit=1000",
              "/conversations/" + order.at("id"),
              "/feed?limit=1000&after=" + positionBefore(order.at("id")))) {
        told.add(who.api().get(path).expect(200).text());
      }
    }
    assertThat(told).isNotEmpty().noneMatch(text -> text.contains(secret));
  }

  private long waits(String subject) {
    return jdbc.queryForObject(
        "select count(*) from outbox where subject = ?", Long.class, subject);
  }

  private long positionBefore(String subject) {
    return jdbc.queryForObject(
        "select min(position) - 1 from feed where subject = ?", Long.class, subject);
  }
}
