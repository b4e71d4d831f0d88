package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is asked of assets that are there (design §4.11). */
class OrderTypesIT extends OrderTest {

  private String asset;

  @BeforeEach
  void anActiveAssetOfTwoItems() {
    vendor
        .api()
        .post(
            "/products/" + product + "/items",
            "{\"name\": \"Storage\", \"mpn\": \"MPN-2\", \"unit\": {\"id\": \"GB\"}, \"type\":"
                + " \"reservation\", \"period\": \"monthly\"}")
        .expect(201);
    World.parameter(vendor, product, "asset", "ordering", "domain", "");
    World.parameter(vendor, product, "asset", "fulfillment", "tenant", "");
    String two =
        order("u-1")
            .replaceFirst(
                "\"items\": \\[",
                "\"params\": [{\"id\": \"domain\", \"value\": \"example.org\"}],"
                    + " \"items\": [{\"mpn\": \"MPN-2\", \"quantity\": 100}, ");
    Api.Answer placed = distributor.api().post("/requests", two).expect(201);
    asset = placed.at("asset.id");
    approve(placed.at("id"));
  }

  @Test
  void aChangeChangesWhatItNames() {
    Api.Answer change =
        requested("change", "\"items\": [{\"mpn\": \"MPN-1\", \"quantity\": \"8\"}]");
    assertThat(change.at("id")).endsWith("-002").startsWith(asset.replace("AS", "PR"));
    assertThat(change.at("type")).isEqualTo("change");
    assertThat(change.at("status")).isEqualTo("pending");
    assertThat(change.at("previous_approved_request.id")).endsWith("-001");
    assertThat(quantities(change.json().path("asset")))
        .containsExactly("MPN-2 100 -> 100", "MPN-1 5 -> 8");
    assertThat(change.at("asset.params.0.value")).isEqualTo("example.org");
    assertThat(quantities(asset().json()))
        .as("nothing has changed yet")
        .containsExactly("MPN-2 0 -> 100", "MPN-1 0 -> 5");
    assertThat(asset().at("status")).isEqualTo("active");

    approve(change.at("id"));
    assertThat(quantities(asset().json())).containsExactly("MPN-2 100 -> 100", "MPN-1 5 -> 8");
    assertThat(events(asset)).containsExactly("asset.created", "asset.active", "asset.changed");
    assertThat(events(change.at("id")))
        .containsExactly("fulfillment_request.created", "fulfillment_request.approved");
    assertThat(
            quantities(
                distributor.api().get("/requests?type=purchase").json().get(0).path("asset")))
        .as("a request shows what it asked for")
        .containsExactly("MPN-2 0 -> 100", "MPN-1 0 -> 5");
  }

  @Test
  void aChangeTakesItemsAwayAndAddsThem() {
    Api.Answer away = requested("change", "\"items\": [{\"mpn\": \"MPN-1\", \"quantity\": 0}]");
    assertThat(quantities(away.json().path("asset")))
        .containsExactly("MPN-2 100 -> 100", "MPN-1 5 -> 0");
    approve(away.at("id"));
    assertThat(quantities(asset().json())).containsExactly("MPN-2 100 -> 100");
    Api.Answer again =
        requested(
            "change", "\"items\": [{\"id\": \"%s-0001\", \"quantity\": 2}]".formatted(product));
    assertThat(quantities(again.json().path("asset")))
        .containsExactly("MPN-2 100 -> 100", "MPN-1 0 -> 2");
  }

  @Test
  void aFailedChangeLeavesTheAssetAsItWas() {
    Api.Answer before = asset();
    String change =
        requested("change", "\"items\": [{\"mpn\": \"MPN-1\", \"quantity\": 8}]").at("id");
    fail(change);
    assertThat(asset().text()).isEqualTo(before.text());
    assertThat(requested("cancel", null).at("previous_approved_request.id")).endsWith("-001");
  }

  @Test
  void aChangeMustChangeSomething() {
    for (String items :
        List.of(
            "\"items\": []",
            "\"items\": [{\"mpn\": \"MPN-1\", \"quantity\": \"5.0\"}]",
            "\"items\": null")) {
      Api.Answer refused = request("change", items).expect(400);
      assertThat(refused.at("error_code")).isEqualTo("VAL_001");
      assertThat(refused.at("errors.0")).isEqualTo("asset.items: Item quantities are not changed.");
    }
    assertThat(request("change", null).expect(400).at("violations.0.pointer"))
        .isEqualTo("/asset/items");
  }

  @Test
  void everyFaultOfAChangeIsToldAtOnce() {
    Api.Answer refused =
        request(
                "change",
                """
                "items": [{"mpn": "MPN-1", "quantity": -1}, {"mpn": "MPN-3", "quantity": 1},
                  {"mpn": "MPN-2", "quantity": 1}, {"mpn": "MPN-2", "quantity": 2}],
                "params": [{"id": "domian", "value": "x"}, {"id": "tenant", "value": "x"}]
                """)
            .expect(400);
    assertThat(refused.json().path("violations").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder(
            "/asset/items/0/quantity",
            "/asset/items/1/mpn",
            "/asset/items/3",
            "/asset/params/0/id",
            "/asset/params/1/value",
            "/asset/params");
    vendor
        .api()
        .post(
            "/products/" + product + "/items",
            "{\"name\": \"Support\", \"mpn\": \"MPN-3\", \"unit\": {\"id\": \"Hour\"}, \"type\":"
                + " \"reservation\", \"period\": \"monthly\"}")
        .expect(201);
    assertThat(
            request("change", "\"items\": [{\"mpn\": \"MPN-3\", \"quantity\": 0}]")
                .expect(400)
                .at("violations.0.message"))
        .contains("could be taken away");
    Api.Answer malformed =
        distributor
            .api()
            .post(
                "/requests",
                "{\"type\": \"change\", \"asset\": {\"id\": \"PR-1\", \"items\": [{}], \"params\": [{}]}}")
            .expect(400);
    assertThat(malformed.json().path("violations").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder(
            "/asset/id", "/asset/items/0/id", "/asset/items/0/quantity", "/asset/params/0/id");
    assertThat(
            distributor
                .api()
                .post("/requests", "{\"type\": \"suspend\"}")
                .expect(400)
                .at("violations.0.pointer"))
        .isEqualTo("/asset");
  }

  @Test
  void orderingValuesChangeIfTheProductSaysSo() {
    String other = "\"params\": [{\"id\": \"domain\", \"value\": \"example.net\"}]";
    Api.Answer refused = request("change", other).expect(400);
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/asset/params");
    assertThat(refused.at("violations.0.message")).contains("editable_ordering_parameters");
    requestedAndFailed(
        "\"items\": [{\"mpn\": \"MPN-1\", \"quantity\": 6}], \"params\": [{\"id\": \"domain\","
            + " \"value\": \"example.org\"}]");
    vendor
        .api()
        .put(
            "/products/" + product,
            "{\"capabilities\": {\"subscription\": {\"change\":"
                + " {\"editable_ordering_parameters\": true}}}}")
        .expect(200);
    Api.Answer change = requested("change", other);
    assertThat(change.at("asset.params.0.value")).isEqualTo("example.net");
    assertThat(asset().at("params.0.value")).as("until it is approved").isEqualTo("example.org");
    vendor
        .api()
        .put(
            "/requests/" + change.at("id"),
            "{\"asset\": {\"params\": [{\"id\": \"tenant\", \"value\": \"T-2\"}]}}")
        .expect(200);
    assertThat(asset().json().at("/params/1").has("value")).isFalse();
    approve(change.at("id"));
    assertThat(asset().at("params.0.value")).isEqualTo("example.net");
    assertThat(asset().at("params.1.value")).isEqualTo("T-2");
  }

  @Test
  void anAssetIsSuspendedAndResumed() {
    Api.Answer suspend = requested("suspend", null);
    assertThat(suspend.at("status")).isEqualTo("pending");
    assertThat(suspend.at("asset.status")).isEqualTo("active");
    assertThat(quantities(suspend.json().path("asset")))
        .containsExactly("MPN-2 100 -> 100", "MPN-1 5 -> 5");
    assertThat(approve(suspend.at("id")).at("asset.status")).isEqualTo("suspended");
    for (String type : List.of("change", "suspend", "cancel")) {
      Api.Answer refused = request(type, null).expect(400);
      assertThat(refused.at("error_code")).isEqualTo("REQ_006");
      assertThat(refused.json().path("allowed").toString()).isEqualTo("[\"resume\"]");
    }
    fail(requested("resume", null).at("id"));
    assertThat(asset().at("status")).isEqualTo("suspended");
    assertThat(approve(requested("resume", null).at("id")).at("asset.status")).isEqualTo("active");
    Api.Answer refused = request("resume", null).expect(400);
    assertThat(refused.json().path("allowed").toString())
        .isEqualTo("[\"change\",\"suspend\",\"cancel\",\"adjustment\"]");
    assertThat(events(asset))
        .containsExactly("asset.created", "asset.active", "asset.suspended", "asset.active");
  }

  @Test
  void anAssetIsTerminatingUntilItsEndIsConfirmed() {
    Api.Answer cancel = requested("cancel", null);
    assertThat(cancel.at("asset.status")).isEqualTo("terminating");
    fail(cancel.at("id"));
    assertThat(asset().at("status")).isEqualTo("active");
    Api.Answer again = requested("cancel", null);
    assertThat(again.at("id")).endsWith("-003");
    assertThat(distributor.api().delete("/tier/accounts/" + customer).expect(400).at("error_code"))
        .as("the asset holds its accounts to the end")
        .isEqualTo("TA_009");
    assertThat(approve(again.at("id")).at("asset.status")).isEqualTo("terminated");
    Api.Answer over = request("change", null).expect(400);
    assertThat(over.at("error_code")).isEqualTo("REQ_006");
    assertThat(over.json().path("allowed").isEmpty()).isTrue();
    distributor.api().delete("/tier/accounts/" + customer).expect(204);
    assertThat(events(asset))
        .containsExactly(
            "asset.created",
            "asset.active",
            "asset.terminating",
            "asset.active",
            "asset.terminating",
            "asset.terminated");
  }

  @Test
  void theVendorAdjustsWhatItWants() {
    Api.Answer adjustment =
        vendor
            .api()
            .post(
                "/requests",
                body(
                    "adjustment",
                    """
                    "items": [{"mpn": "MPN-2", "quantity": 50}],
                    "params": [{"id": "domain", "value": "corrected.example"},
                      {"id": "tenant", "value": "T-1"}]
                    """))
            .expect(201);
    assertThat(adjustment.at("status")).isEqualTo("pending");
    assertThat(quantities(adjustment.json().path("asset")))
        .containsExactly("MPN-2 100 -> 50", "MPN-1 5 -> 5");
    vendor
        .api()
        .put(
            "/requests/" + adjustment.at("id"),
            "{\"asset\": {\"params\": [{\"id\": \"domain\", \"value\": \"corrected.test\"}]}}")
        .expect(200);
    approve(adjustment.at("id"));
    assertThat(quantities(asset().json())).containsExactly("MPN-2 100 -> 50", "MPN-1 5 -> 5");
    assertThat(asset().at("params.0.value")).isEqualTo("corrected.test");
    assertThat(asset().at("params.1.value")).isEqualTo("T-1");
  }

  @Test
  void anAdjustmentLacksNoValueEither() {
    World.requires(vendor, product, "asset", "ordering", "size");
    String adjustment =
        vendor.api().post("/requests", body("adjustment", null)).expect(201).at("id");
    assertThat(vendor.api().get("/requests/" + adjustment).at("status"))
        .as("the vendor corrects; nobody else is asked")
        .isEqualTo("pending");
    Api.Answer refused = vendor.api().post("/requests/" + adjustment + "/approve").expect(400);
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/asset/params/size");
  }

  @Test
  void whatEndsAUseAsksForNothing() {
    World.requires(vendor, product, "asset", "ordering", "size");
    String suspend = requested("suspend", null).at("id");
    assertThat(vendor.api().get("/requests/" + suspend).at("status")).isEqualTo("pending");
    approve(suspend);
    Api.Answer resume = requested("resume", null);
    assertThat(resume.at("status")).as("a required value is missing").isEqualTo("inquiring");
    distributor
        .api()
        .post("/requests/" + resume.at("id") + "/fail", "{\"reason\": \"Not now.\"}")
        .expect(200);
    assertThat(asset().at("status")).isEqualTo("suspended");
  }

  @Test
  void companiesThatHavePartedStillEndWhatTheyHad() {
    revokeTheConnection();
    Api.Answer refused =
        request("change", "\"items\": [{\"mpn\": \"MPN-3\", \"quantity\": 1}]").expect(400);
    assertThat(refused.json().path("violations").findValuesAsString("pointer"))
        .as("and everything else that is wrong")
        .containsExactly("/asset/id", "/asset/items/0/mpn");
    approve(requested("suspend", null).at("id"));
    assertThat(request("resume", null).expect(400).at("error_code")).isEqualTo("CON_001");
    assertThat(asset().at("status")).isEqualTo("suspended");
  }

  @Test
  void anAssetHasOneOpenRequest() {
    String open = requested("suspend", null).at("id");
    for (String type : List.of("change", "suspend", "resume", "cancel")) {
      Api.Answer refused = request(type, null).expect(409);
      assertThat(refused.at("error_code")).isEqualTo("REQ_002");
      assertThat(refused.at("params.asset_id")).isEqualTo(asset);
      assertThat(refused.at("params.request_id")).isEqualTo(open);
      assertThat(refused.at("params.request_type")).isEqualTo("suspend");
      assertThat(refused.at("params.request_status")).isEqualTo("pending");
    }
    vendor.api().post("/requests", body("adjustment", null)).expect(409);
    assertThat(
            distributor
                .api()
                .post(
                    "/requests", body("change", null).replace(asset, placed("u-2").at("asset.id")))
                .expect(409)
                .at("params.request_type"))
        .as("a purchase is open too")
        .isEqualTo("purchase");
  }

  @Test
  void everybodyAsksForItsOwn() {
    vendor.api().post("/requests", body("cancel", null)).expect(403);
    distributor.api().post("/requests", body("adjustment", null)).expect(403);
    for (String type : List.of("change", "adjustment")) {
      world.ops().api().post("/requests", body(type, null)).expect(403);
    }
    for (Company stranger : List.of(world.distributor(), world.vendor())) {
      String type = stranger.id().startsWith("VA") ? "adjustment" : "change";
      Api.Answer refused = stranger.api().post("/requests", body(type, null)).expect(400);
      assertThat(refused.at("violations.0.pointer")).isEqualTo("/asset/id");
      assertThat(refused.at("detail")).contains("There is no asset");
    }
    assertThat(events(asset)).containsExactly("asset.created", "asset.active");
  }

  @Test
  void theVendorsConversationTellsOfThem() {
    String suspend = requested("suspend", null).at("id");
    approve(suspend);
    assertThat(vendor.api().get("/conversations/" + suspend).expect(200).json().path("messages"))
        .hasSize(2);
  }

  private void requestedAndFailed(String more) {
    fail(requested("change", more).at("id"));
  }

  private Api.Answer requested(String type, String more) {
    return request(type, more).expect(201);
  }

  private Api.Answer request(String type, String more) {
    return distributor.api().post("/requests", body(type, more));
  }

  private String body(String type, String more) {
    return "{\"type\": \"%s\", \"asset\": {\"id\": \"%s\"%s}}"
        .formatted(type, asset, more == null ? "" : ", " + more);
  }

  private Api.Answer approve(String request) {
    return vendor.api().post("/requests/" + request + "/approve").expect(200);
  }

  private void revokeTheConnection() {
    vendor
        .api()
        .put(
            "/products/%s/connections/%s".formatted(product, asset().at("connection.id")),
            "{\"status\": \"revoked\"}")
        .expect(200);
  }

  private void fail(String request) {
    vendor.api().post("/requests/" + request + "/fail", "{\"reason\": \"No.\"}").expect(200);
  }

  private Api.Answer asset() {
    return distributor.api().get("/assets/" + asset).expect(200);
  }

  private static List<String> quantities(JsonNode asset) {
    return asset
        .path("items")
        .valueStream()
        .map(item ->
            "%s %s -> %s"
                .formatted(
                    item.path("mpn").asString(),
                    item.path("old_quantity").asString(),
                    item.path("quantity").asString()))
        .toList();
  }
}
