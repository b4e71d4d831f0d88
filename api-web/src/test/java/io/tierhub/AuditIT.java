package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.kernel.Environment;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AuditIT extends HttpTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private static Api.Answer because(
      Company who, String reason, String method, String path, String body) {
    return who.api()
        .send(
            request ->
                request
                    .header("X-Reason", reason)
                    .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body)),
            path);
  }

  private static JsonNode audit(Company who, String object) {
    return who.api().get("/audit?limit=1000&object.id=" + object).expect(200).json();
  }

  private static List<String> actions(JsonNode entries) {
    return entries.valueStream().map(one -> one.path("action").asString()).toList();
  }

  @Test
  void tellsWhoDidWhatWhenAndWhyAndWhatWasBefore() {
    Company distributor = world().distributor();
    String id = World.reseller(distributor, "Fjord", null);
    because(
            distributor,
            "The customer moved",
            "PUT",
            "/tier/accounts/" + id,
            "{\"name\": \"Fjell\", \"tax_id\": \"CHE-1\", \"contact_info\": {\"city\": \"Bern\"}}")
        .expect(200);
    JsonNode entries = audit(distributor, id);
    assertThat(actions(entries)).containsExactly("tier_account.changed", "tier_account.created");
    JsonNode changed = entries.get(0);
    String token = distributor.header().replaceFirst("ApiKey (SU-[0-9-]+):.*", "$1");
    assertThat(changed.at("/by/id").asString()).isEqualTo(token);
    assertThat(changed.at("/by/name").asString()).isNotEmpty();
    assertThat(changed.at("/token/type").asString()).isEqualTo("api_token");
    assertThat(changed.at("/token/id").asString()).isEqualTo(token);
    assertThat(changed.at("/reason").asString()).isEqualTo("The customer moved");
    assertThat(changed.at("/trace_id").asString()).isEqualTo(TRACE);
    assertThat(changed.at("/owner/id").asString()).isEqualTo(distributor.id());
    JsonNode changes = changed.path("changes");
    assertThat(changes.propertyNames())
        .containsExactly("contact_info.city", "name", "tax_id", "version");
    assertThat(changes.path("name")).hasToString("{\"before\":\"Fjord\",\"after\":\"Fjell\"}");
    assertThat(changes.path("tax_id")).hasToString("{\"after\":\"CHE-1\"}");
    assertThat(changes.path("contact_info.city"))
        .hasToString("{\"before\":\"Barcelona\",\"after\":\"Bern\"}");
    JsonNode created = entries.get(1).path("changes");
    assertThat(created.path("type")).hasToString("{\"after\":\"reseller\"}");
    assertThat(created.path("contact_info.contact.email"))
        .hasToString("{\"after\":\"ada@example.com\"}");
  }

  @Test
  void isFilteredByWhatItTells() {
    Company distributor = world().distributor();
    String id = World.reseller(distributor, "Fjord", null);
    World.reseller(distributor, "Other", null);
    distributor.api().delete("/tier/accounts/" + id).expect(204);
    String token = audit(distributor, id).at("/0/token/id").asString();
    for (String filter :
        List.of(
            "action=tier_account.decommissioned",
            "object.id=" + id + "&ordering=-at&limit=1",
            "and(eq(object.id," + id + "),like(action,*.decommissioned))",
            "by.id=" + token + "&action=tier_account.decommissioned",
            "token.id=" + token + "&like(action,*decom*)",
            "token.type=api_token&object.id=" + id + "&limit=1&ordering(-at)")) {
      Api.Answer found = distributor.api().get("/audit?" + filter).expect(200);
      assertThat(actions(found.json())).as(filter).containsExactly("tier_account.decommissioned");
    }
    assertThat(distributor.api().get("/audit?at=gt=2099-01-01").expect(200).json()).isEmpty();
    distributor.api().get("/audit?objekt=1").expect(400);
  }

  @Test
  void goesOnWherePageEnded() {
    Company distributor = world().distributor();
    for (int i = 0; i < 5; i++) {
      World.reseller(distributor, "R" + i, null);
    }
    Api.Answer first = distributor.api().get("/audit?like(action,tier*)&limit=2").expect(200);
    String next = first.header("Link").replaceFirst("<[^?]*\\?([^>]*)>.*", "$1");
    Api.Answer second = distributor.api().getEncoded("/audit?" + next).expect(200);
    assertThat(first.header("Content-Range")).isEqualTo("items 0-1/5");
    assertThat(second.header("Content-Range")).isEqualTo("items 2-3/5");
    assertThat(second.ids()).doesNotContainAnyElementsOf(first.ids());
  }

  @Test
  void isForThoseOnlyWhoAreToldOfTheObject() {
    World world = world();
    Company distributor = world.distributor();
    Company vendor = world.vendor();
    Company other = world.distributor();
    String product = world.soldProduct(vendor, true, distributor, world.hub(distributor));
    String reseller = World.reseller(distributor, "Top", null);
    String customer = World.customer(distributor, "Customer", reseller);
    String order = World.order(distributor, product, customer);
    assertThat(audit(distributor, customer)).isNotEmpty();
    assertThat(audit(world.ops(), customer)).isNotEmpty();
    assertThat(audit(vendor, customer)).as("versions are not the vendor's").isEmpty();
    assertThat(audit(other, customer)).isEmpty();
    assertThat(audit(world.in(Environment.TEST, distributor), customer)).isEmpty();
    assertThat(audit(vendor, order)).isNotEmpty();
    assertThat(audit(distributor, order)).isNotEmpty();
    assertThat(audit(other, order)).isEmpty();
    assertThat(audit(vendor, product)).isNotEmpty();
    assertThat(audit(distributor, product)).isEmpty();
    assertThat(other.api().get("/audit?owner.id=" + distributor.id()).expect(200).json()).isEmpty();
  }

  @Test
  void tellsValuesOfParametersButNoPasswords() {
    World world = world();
    Company distributor = world.distributor();
    Company vendor = world.vendor();
    String product = world.soldProduct(vendor, true, distributor, world.hub(distributor));
    World.parameter(vendor, product, "asset", "fulfillment", "tenant", "");
    vendor
        .api()
        .post(
            "/products/" + product + "/parameters",
            """
            {"name": "pin", "title": "Pin", "type": "password", "scope": "asset",
             "phase": "fulfillment"}
            """)
        .expect(201);
    String reseller = World.reseller(distributor, "Top", null);
    String order =
        World.order(distributor, product, World.customer(distributor, "Customer", reseller));
    vendor
        .api()
        .put(
            "/requests/" + order,
            """
            {"asset": {"params": [{"id": "tenant", "value": "T-1"},
                                  {"id": "pin", "value": "s3cretPin!"}]}}
            """)
        .expect(200);
    vendor.api().post("/requests/" + order + "/approve").expect(200);
    JsonNode changes = audit(distributor, order).get(1).path("changes");
    assertThat(changes.path("asset.params.tenant.value")).hasToString("{\"after\":\"T-1\"}");

    assertThat(changes.path("asset.params.pin")).hasToString("{\"hidden\":true}");
    String asset = distributor.api().get("/requests/" + order).expect(200).at("asset.id");
    JsonNode ofAsset = audit(distributor, asset);
    assertThat(actions(ofAsset))
        .containsExactly("asset.active", "fulfillment_request.changed", "asset.created");
    assertThat(ofAsset.at("/0/changes/status"))
        .hasToString("{\"before\":\"processing\",\"after\":\"active\"}");
    assertThat(ofAsset.get(1).path("changes").path("params.tenant.value"))
        .as("shown with its first order, before that is approved")
        .hasToString("{\"after\":\"T-1\"}");
    assertThat(
            jdbc.queryForObject(
                "select count(*) from audit_entry where sealed like '%s3cretPin%'", Long.class))
        .isZero();
  }

  @Test
  void tellsOfPartsOfProductsAndOfTokens() {
    Company vendor = world().vendor();
    String product = world().product(vendor, true);
    String path = "/products/" + product + "/messages";
    String message =
        vendor
            .api()
            .post(path, "{\"external_id\": \"no-vat\", \"value\": \"No.\"}")
            .expect(201)
            .at("id");
    vendor.api().put(path + "/" + message, "{\"value\": \"Never.\"}").expect(200);
    vendor.api().delete(path + "/" + message).expect(204);
    JsonNode entries = vendor.api().get("/audit?part.id=" + message).expect(200).json();
    assertThat(actions(entries))
        .containsExactly(
            "product.message_deleted", "product.message_changed", "product.message_created");
    assertThat(entries.at("/1/changes/value"))
        .hasToString("{\"before\":\"No.\",\"after\":\"Never.\"}");
    assertThat(entries.at("/0/changes/value")).hasToString("{\"before\":\"Never.\"}");

    Api.Answer token = vendor.api().post("/auth/tokens", "{\"name\": \"T\"}").expect(201);
    JsonNode issued = audit(vendor, token.at("id")).get(0);
    assertThat(issued.at("/changes/name")).hasToString("{\"after\":\"T\"}");
    assertThat(issued.at("/changes/token")).hasToString("{\"hidden\":true}");
  }

  @Test
  void whatChangesNothingOrIsRefusedOrRehearsedIsNotThere() {
    Company distributor = world().distributor();
    String id = World.reseller(distributor, "Fjord", null);
    distributor.api().put("/tier/accounts/" + id, "{\"name\": \"Fjord\"}").expect(200);
    distributor.api().put("/tier/accounts/" + id, "{\"type\": \"customer\"}").expect(400);
    distributor
        .api()
        .put("/tier/accounts/" + id + "?dry_run=true", "{\"name\": \"X\"}")
        .expect(200);
    assertThat(audit(distributor, id)).hasSize(1);
  }

  @Test
  void isWrittenByOneStatementForEachTransaction() {
    World world = world();
    Company distributor = world.distributor();
    Company vendor = world.vendor();
    String product = world.soldProduct(vendor, true, distributor, world.hub(distributor));
    String reseller = World.reseller(distributor, "Top", null);
    String order = World.purchaseBody(product, World.customer(distributor, "Customer", reseller));
    Api.Answer ordered = distributor.api().post("/requests", order).expect(201);
    assertThat(
            jdbc.queryForMap(
                "select count(*) as entries, count(distinct xmin::text) as transactions,"
                    + " count(distinct cmin::text) as statements from audit_entry where trace = ?",
                ordered.header("X-Trace-Id")))
        .containsEntry("entries", 2L)
        .containsEntry("transactions", 1L)
        .containsEntry("statements", 1L);
  }

  @Test
  void aRepeatedCallIsOneEntry() {
    Company distributor = world().distributor();
    String id = World.reseller(distributor, "Fjord", null);
    for (int i = 0; i < 2; i++) {
      distributor
          .api()
          .keyed("one", "PUT", "/tier/accounts/" + id, "{\"name\": \"Fjell\"}")
          .expect(200);
    }
    assertThat(audit(distributor, id)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 501})
  void aReasonIsAText(int length) {
    Company distributor = world().distributor();
    String id = World.reseller(distributor, "Fjord", null);
    String refused =
        because(distributor, "x".repeat(length), "PUT", "/tier/accounts/" + id, "{\"name\": \"X\"}")
            .expect(400)
            .text();
    assertThat(refused).contains("X-Reason");
    assertThat(audit(distributor, id)).hasSize(1);
  }
}
