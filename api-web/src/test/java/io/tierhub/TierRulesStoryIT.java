package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What orders and tier requests are refused, rule by rule of design §4, and what that changes:
 * nothing.
 */
class TierRulesStoryIT extends TierTest {

  @Test
  void rule5TheConnectionIsNamedWhereSeveralLeadToTheProduct() {
    String second = world.connection(product, vendor, distributor, hub);
    String setup = setup(reseller, 1, "");
    Api.Answer refused = distributor.api().post("/tier/config-requests", setup).expect(400);
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/configuration/connection/id");
    assertThat(refused.json().at("/params/candidates")).hasSize(2);
    Api.Answer named =
        distributor
            .api()
            .post(
                "/tier/config-requests",
                setup(reseller, 1, "\"connection\": {\"id\": \"%s\"},".formatted(second)))
            .expect(201);
    assertThat(named.at("configuration.connection.id")).isEqualTo(second);
  }

  @Test
  void rule5EachConnectionHasItsOwnConfiguration() {
    orderOf(customer);
    setUp(top, 2);
    setUp(reseller, 1);
    String second = world.connection(product, vendor, distributor, hub);
    Api.Answer elsewhere =
        distributor
            .api()
            .post(
                "/requests",
                World.purchaseBody(product, customer)
                    .replace(
                        "\"items\"",
                        "\"connection\": {\"id\": \"%s\"}, \"items\"".formatted(second)))
            .expect(201);
    assertThat(elsewhere.at("status")).isEqualTo("tiers_setup");
  }

  @Test
  void rule5ParametersAboveTheLevelAreKeptAndNotAsked() {
    onlyTier1IsAsked();
    String order = orderOf(customer);
    assertThat(tierRequestOf(reseller, 1).at("status")).isEqualTo("inquiring");
    assertThat(
            distributor
                .api()
                .get("/tier/configs?tier_level=2&limit=0")
                .expect(200)
                .header("Content-Range"))
        .isEqualTo("items 0-0/0");
    setUp(reseller, 1);
    assertThat(statusOf(order)).isEqualTo("pending");
  }

  @Test
  void rule5ATierThatIsNotAskedCannotBeSetUp() {
    onlyTier1IsAsked();
    Api.Answer refused =
        distributor.api().post("/tier/config-requests", setup(top, 2, "")).expect(400);
    assertThat(refused.at("error_code")).isEqualTo("TCR_006");
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/configuration/tier_level");
    assertThat(distributor.api().get("/tier/configs").expect(200).ids()).isEmpty();
  }

  private void onlyTier1IsAsked() {
    vendor
        .api()
        .put(
            "/products/" + product,
            "{\"capabilities\": {\"tiers\": {\"configs\": {\"level\": 1}}}}")
        .expect(200);
  }

  @Test
  void rule6OnlyAnExplicitSecondRequestIsRefused() {
    orderOf(customer);
    String open = tierRequestOf(top, 2).at("id");
    Api.Answer refused =
        distributor.api().post("/tier/config-requests", setup(top, 2, "")).expect(409);
    assertThat(refused.at("error_code")).isEqualTo("TCR_001");
    assertThat(refused.at("params.request_id")).isEqualTo(open);
    assertThat(statusOf(orderOf(World.customer(distributor, "Second", reseller))))
        .isEqualTo("tiers_setup");
    assertThat(tierRequestOf(top, 2).at("id")).isEqualTo(open);
  }

  @Test
  void rule6AnUpdateWaitsForNoOther() {
    orderOf(customer);
    setUp(top, 2);
    String configuration = tierRequestOf(top, 2).at("configuration.id");
    String update =
        """
        {"type": "update", "configuration": {"id": "%s"},
         "params": [{"id": "tier2_ordering", "value": "moved"}]}
        """
            .formatted(configuration);
    String open = distributor.api().post("/tier/config-requests", update).expect(201).at("id");
    for (Company who : List.of(distributor, vendor)) {
      Api.Answer refused = who.api().post("/tier/config-requests", update).expect(409);
      assertThat(refused.at("error_code")).isEqualTo("TCR_001");
      assertThat(refused.at("params.request_id")).isEqualTo(open);
    }
    assertThat(distributor.api().get("/tier/configs/" + configuration).at("open_request.id"))
        .isEqualTo(open);
  }

  @Test
  void rule7NobodyMovesATier1BeforeItsTier2() {
    orderOf(customer);
    String tier1 = tierRequestOf(reseller, 1).at("id");
    for (String action : new String[] {"approve", "inquire", "pend"}) {
      Company who = action.equals("pend") ? distributor : vendor;
      Api.Answer refused =
          who.api().post("/tier/config-requests/" + tier1 + "/" + action).expect(400);
      assertThat(refused.at("error_code")).isEqualTo("TCR_002");
      assertThat(refused.json().path("allowed").toString()).isEqualTo("[\"fail\"]");
    }
    distributor
        .api()
        .put("/tier/config-requests/" + tier1, params("tier1_ordering", "early"))
        .expect(400);
    assertThat(statusOf(tier1)).isEqualTo("tiers_setup");
  }

  @Test
  void rule9AnApprovalNamesAllThatIsMissing() {
    World.requires(vendor, product, "tier2", "fulfillment", "second_fulfillment");
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    distributor.api().post("/tier/config-requests/" + request + "/pend").expect(204);
    Api.Answer refused =
        vendor.api().post("/tier/config-requests/" + request + "/approve").expect(400);
    assertThat(refused.json().path("violations").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder(
            "/params/tier2_ordering", "/params/tier2_fulfillment", "/params/second_fulfillment");
    Api.Answer template =
        vendor
            .api()
            .post(
                "/tier/config-requests/" + request + "/approve",
                "{\"template\": {\"id\": \"nonsense\"}, \"effective_date\": \"soon\"}")
            .expect(400);
    assertThat(template.json().path("violations").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/template/id", "/effective_date");
    assertThat(statusOf(request)).isEqualTo("pending");
  }

  @Test
  void rule9ATemplateIsOfTheProductAndTheTier() {
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    answer(request, "tier2");
    vendor
        .api()
        .put("/tier/config-requests/" + request, params("tier2_fulfillment", "given"))
        .expect(200);
    String elsewhere = world.tierProduct(vendor, 2, distributor, hub);
    for (String place :
        List.of(
            product + "/templates?scope=tier1&type=fulfillment",
            product + "/templates?scope=tier2&type=inquire",
            elsewhere + "/templates?scope=tier2&type=fulfillment")) {
      String template = vendor.api().get("/products/" + place).expect(200).at("0.id");
      Api.Answer refused =
          vendor
              .api()
              .post(
                  "/tier/config-requests/" + request + "/approve",
                  "{\"template\": {\"id\": \"%s\"}}".formatted(template))
              .expect(400);
      assertThat(refused.at("error_code")).as(place).isEqualTo("TCR_007");
      assertThat(refused.at("violations.0.pointer")).isEqualTo("/template/id");
      assertThat(refused.at("detail")).contains(template);
    }
    assertThat(statusOf(request)).isEqualTo("pending");
  }

  @Test
  void rule9AnErrorStandsInTheWayUntilItIsAnsweredOrTakenBack() {
    orderOf(customer);
    String path = "/tier/config-requests/" + tierRequestOf(top, 2).at("id");
    distributor.api().put(path, params("tier2_ordering", "mars")).expect(200);
    distributor.api().post(path + "/pend").expect(204);
    vendor.api().put(path, params("tier2_fulfillment", "given")).expect(200);
    vendor.api().put(path, error("Not a region.")).expect(200);
    Api.Answer refused = vendor.api().post(path + "/approve").expect(400);
    assertThat(refused.at("error_code")).isEqualTo("TCR_003");
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/params/tier2_ordering");
    assertThat(vendor.api().get(path).at("status")).isEqualTo("pending");
    vendor.api().put(path, error("")).expect(200);
    vendor.api().post(path + "/approve").expect(200);
  }

  private static String error(String text) {
    return "{\"params\": [{\"id\": \"tier2_ordering\", \"value_error\": \"%s\"}]}".formatted(text);
  }

  @Test
  void rule11AParkedOrderIsNotTheVendorsToApprove() {
    String order = orderOf(customer);
    Api.Answer refused = vendor.api().post("/requests/" + order + "/approve").expect(400);
    assertThat(refused.at("error_code")).isEqualTo("REQ_001");
    assertThat(refused.json().path("allowed").toString()).isEqualTo("[\"fail\"]");
    assertThat(statusOf(order)).isEqualTo("tiers_setup");
  }

  @Test
  void rule11APendingOrderIsNotTheDistributorsToFail() {
    String plain = world.soldProduct(vendor, true, distributor, hub);
    String order = World.order(distributor, plain, customer);
    Api.Answer refused =
        distributor
            .api()
            .post("/requests/" + order + "/fail", "{\"reason\": \"Changed our mind.\"}")
            .expect(400);
    assertThat(refused.at("error_code")).isEqualTo("REQ_001");
    assertThat(refused.at("detail")).contains("tiers_setup or inquiring");
    assertThat(refused.json().path("allowed").toString())
        .isEqualTo("[\"inquire\",\"approve\",\"fail\",\"schedule\"]");
    assertThat(statusOf(order)).isEqualTo("pending");
  }

  @Test
  void rule11AParkedChangeIsTheOnlyOneOfItsAsset() {
    String order = orderOf(customer);
    String asset = distributor.api().get("/requests/" + order).expect(200).at("asset.id");
    Api.Answer refused =
        distributor
            .api()
            .post(
                "/requests", "{\"type\": \"cancel\", \"asset\": {\"id\": \"%s\"}}".formatted(asset))
            .expect(409);
    assertThat(refused.at("error_code")).isEqualTo("REQ_002");
    assertThat(refused.at("params.request_id")).isEqualTo(order);
    assertThat(refused.at("params.request_status")).isEqualTo("tiers_setup");
    assertThat(statusOf(order)).isEqualTo("tiers_setup");
  }

  @Test
  void rule12TheTiersOfAnOrderMustFit() {
    String elsewhere =
        distributor
            .api()
            .post(
                "/tier/accounts",
                World.accountBody(
                    "reseller",
                    "Elsewhere",
                    null,
                    "\"hub\": {\"id\": \"%s\"}".formatted(world.hub(distributor))))
            .expect(201)
            .at("id");
    String root = World.reseller(distributor, "Root", null);
    refusedTiers(customer, ", \"tier1\": {}", "/asset/tiers/tier1", "needs this account");
    refusedTiers(root, "", "/asset/tiers/tier1", "An order needs a tier 1");
    refusedTiers(
        customer,
        ", \"tier1\": {\"id\": \"%1$s\"}, \"tier2\": {\"id\": \"%1$s\"}".formatted(top),
        "/asset/tiers/tier2",
        top + " cannot be tier 1 and tier 2");
    refusedTiers(
        customer,
        ", \"tier1\": {\"id\": \"%s\"}".formatted(customer),
        "/asset/tiers/tier1",
        "only a reseller can be tier1");
    refusedTiers(
        customer,
        ", \"tier1\": {\"id\": \"%s\"}".formatted(elsewhere),
        "/asset/tiers/tier1",
        "hub");
    assertThat(distributor.api().get("/requests").expect(200).ids()).isEmpty();
    assertThat(distributor.api().get("/tier/config-requests").expect(200).ids()).isEmpty();
  }

  private void refusedTiers(String buyer, String more, String pointer, String message) {
    String body =
        World.purchaseBody(product, buyer)
            .replace(
                "\"customer\": {\"id\": \"%s\"}".formatted(buyer),
                "\"customer\": {\"id\": \"%s\"}%s".formatted(buyer, more));
    Api.Answer refused = distributor.api().post("/requests", body).expect(400);
    assertThat(refused.at("error_code")).isEqualTo("REQ_005");
    assertThat(refused.at("violations.0.pointer")).isEqualTo(pointer);
    assertThat(refused.at("violations.0.message")).contains(message);
  }

  @Test
  void rule12OneResellerIsNotBothTiers() {
    Api.Answer refused =
        distributor
            .api()
            .post(
                "/tier/config-requests",
                setup(reseller, 1, "\"parent_account\": {\"id\": \"%s\"},".formatted(reseller)))
            .expect(400);
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/configuration/parent_account");
    Api.Answer aCustomer =
        distributor.api().post("/tier/config-requests", setup(customer, 1, "")).expect(400);
    assertThat(aCustomer.at("violations.0.pointer")).isEqualTo("/configuration/account");
  }

  @Test
  void rule14EachDoesOnlyItsOwn() {
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    String path = "/tier/config-requests/" + request;
    for (String action : new String[] {"approve", "inquire", "assign", "unassign"}) {
      distributor.api().post(path + "/" + action).expect(403);
      world.ops().api().post(path + "/" + action).expect(403);
    }
    vendor.api().post(path + "/submit").expect(403);
    vendor.api().post(path + "/validate", "{}").expect(403);
    vendor.api().post("/tier/config-requests", setup(reseller, 1, "")).expect(403);
    world.ops().api().post("/tier/config-requests", setup(reseller, 1, "")).expect(403);
    world.ops().api().post(path + "/fail", "{\"reason\": \"No.\"}").expect(403);
    assertThat(statusOf(request)).isEqualTo("inquiring");
  }

  @Test
  void rule15PasswordsAreShownToTheProductsVendorOnly() {
    String secret = world.tierProduct(vendor, 1, distributor, hub);
    vendor
        .api()
        .post(
            "/products/" + secret + "/parameters",
            """
            {"name": "pin", "title": "PIN", "description": "Your PIN", "type": "password",
             "scope": "tier1", "phase": "ordering", "constraints": {"required": true}}
            """)
        .expect(201);
    Api.Answer raised =
        distributor
            .api()
            .post(
                "/tier/config-requests",
                setup(reseller, 1, "")
                    .replace(product, secret)
                    .replace("[]", "[{\"id\": \"pin\", \"value\": \"s3cret-1\"}]"))
            .expect(201);
    assertThat(raised.at("status")).isEqualTo("pending");
    assertThat(raised.text()).doesNotContain("s3cret-1");
    String path = "/tier/config-requests/" + raised.at("id");
    assertThat(vendor.api().get(path).expect(200).at("params.0.value")).isEqualTo("s3cret-1");
    assertThat(world.ops().api().get(path).expect(200).text()).doesNotContain("s3cret-1");
    vendor.api().post(path + "/approve").expect(200);
    String configuration = "/tier/configs/" + raised.at("configuration.id");
    assertThat(vendor.api().get(configuration).expect(200).text()).contains("s3cret-1");
    assertThat(distributor.api().get(configuration).expect(200).text()).doesNotContain("s3cret-1");
    assertThat(distributor.api().get("/feed?after=0&limit=1000").expect(200).text())
        .doesNotContain("s3cret-1");
  }

  private String setup(String account, int level, String more) {
    return """
    {"type": "setup",
     "configuration": {"product": {"id": "%s"}, %s "account": {"id": "%s"}, "tier_level": %d},
     "params": []}
    """
        .formatted(product, more, account, level);
  }
}
