package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import org.junit.jupiter.api.Test;

/** Who waits for whom, and what becomes of it (design §4.5 to §4.8). */
class ParkedOrdersIT extends TierTest {

  @Test
  void anOrderShowsTheConfigurationsOfItsTiers() {
    String order = orderOf(customer);
    Api.Answer tier2 = tierRequestOf(top, 2);
    Api.Answer tier1 = tierRequestOf(reseller, 1);
    String path = "/requests/" + order;
    Api.Answer shown = distributor.api().get(path).expect(200);
    assertThat(shown.json().at("/tier_configurations").toString())
        .isEqualTo(
            """
            [{"id":"%s","tier_level":2,"status":"processing","account":{"id":"%s","name":"Top"},\
            "open_request":{"id":"%s","type":"setup","status":"inquiring"}},\
            {"id":"%s","tier_level":1,"status":"processing","account":{"id":"%s","name":"Reseller"},\
            "open_request":{"id":"%s","type":"setup","status":"tiers_setup"}}]\
            """
                .formatted(
                    tier2.at("configuration.id"),
                    top,
                    tier2.at("id"),
                    tier1.at("configuration.id"),
                    reseller,
                    tier1.at("id")));
    Api.Answer listed = vendor.api().get("/requests?id=" + order).expect(200);
    assertThat(listed.json().at("/0/tier_configurations"))
        .as("the vendor's list shows the same")
        .isEqualTo(shown.json().path("tier_configurations"));
    setUp(top, 2);
    Api.Answer after = distributor.api().get(path).expect(200);
    assertThat(after.at("tier_configurations.0.status")).isEqualTo("active");
    assertThat(after.json().at("/tier_configurations/0").has("open_request")).isFalse();
    String plain = world.soldProduct(vendor, false, distributor, hub);
    assertThat(
            distributor
                .api()
                .post("/requests", World.purchaseBody(plain, customer))
                .expect(201)
                .json()
                .path("tier_configurations"))
        .isEmpty();
  }

  @Test
  void severalOrdersWaitForOneConfiguration() {
    String first = orderOf(customer);
    String second = orderOf(World.customer(distributor, "Second", reseller));
    assertThat(tierRequestOf(reseller, 1).at("id")).endsWith("-001");
    setUp(top, 2);
    setUp(reseller, 1);
    assertThat(statusOf(first)).isEqualTo("pending");
    assertThat(statusOf(second)).isEqualTo("pending");
  }

  @Test
  void anOrderThatNeedsNothingIsPendingAtOnce() {
    String direct = World.customer(distributor, "Of the top", top);
    setUpOnly(top, 1);
    assertThat(statusOf(orderOf(direct))).isEqualTo("pending");
    String plain = world.soldProduct(vendor, true, distributor, hub);
    assertThat(statusOf(World.order(distributor, plain, customer))).isEqualTo("pending");
  }

  /** The top sells to a customer of its own: tier 1 there, with nobody above. */
  private void setUpOnly(String account, int level) {
    orderOf(World.customer(distributor, "First of the top", account));
    setUp(account, level);
  }

  @Test
  void oneResellerIsTier1HereAndTier2There() {
    String asTier2 = orderOf(customer);
    String asTier1 = orderOf(World.customer(distributor, "Of the top", top));
    String tier2 = tierRequestOf(top, 2).at("configuration.id");
    String tier1 = tierRequestOf(top, 1).at("configuration.id");
    assertThat(tier1).isNotEqualTo(tier2);
    setUp(top, 1);
    assertThat(statusOf(asTier1)).isEqualTo("pending");
    assertThat(statusOf(asTier2)).isEqualTo("tiers_setup");
    setUp(top, 2);
    assertThat(statusOf(asTier2)).as("its tier 1 is still missing").isEqualTo("tiers_setup");
    setUp(reseller, 1);
    assertThat(statusOf(asTier2)).isEqualTo("pending");
  }

  @Test
  void aTier1UnderTwoTier2KeepsItsConfigurationAndWaitsForBoth() {
    String first = orderOf(customer);
    String tier1 = tierRequestOf(reseller, 1).at("id");
    String otherTop = World.reseller(distributor, "Other top", null);
    distributor
        .api()
        .put("/tier/accounts/" + reseller, "{\"parent\": {\"id\": \"%s\"}}".formatted(otherTop))
        .expect(200);
    String second = orderOf(World.customer(distributor, "Second", reseller));
    assertThat(tierRequestOf(reseller, 1).at("id")).isEqualTo(tier1);
    setUp(top, 2);
    setUp(reseller, 1);
    assertThat(statusOf(first)).isEqualTo("pending");
    assertThat(statusOf(second)).as("its own tier 2 is missing").isEqualTo("tiers_setup");
    setUp(otherTop, 2);
    assertThat(statusOf(second)).isEqualTo("pending");
  }

  @Test
  void aFailedTier1LeavesItsTier2Alone() {
    String order = orderOf(customer);
    String tier1 = tierRequestOf(reseller, 1).at("id");
    distributor
        .api()
        .post("/tier/config-requests/" + tier1 + "/fail", "{\"reason\": \"Not wanted.\"}")
        .expect(204);
    assertThat(statusOf(order)).isEqualTo("failed");
    assertThat(tierRequestOf(top, 2).at("status")).isEqualTo("inquiring");
    setUp(top, 2);
    assertThat(statusOf(tier1)).isEqualTo("failed");
  }

  @Test
  void theDistributorFailsItsParkedOrderAndTheTierRequestsLiveOn() {
    String order = orderOf(customer);
    Api.Answer failed =
        distributor
            .api()
            .post("/requests/" + order + "/fail", "{\"reason\": \"The customer left.\"}")
            .expect(200);
    assertThat(failed.at("status")).isEqualTo("failed");
    assertThat(failed.at("asset.status")).isEqualTo("terminated");
    setUp(top, 2);
    setUp(reseller, 1);
    assertThat(statusOf(order)).isEqualTo("failed");
  }

  @Test
  void whatTheProductAsksIsFixedWhenTheOrderIsMade() {
    String order = orderOf(customer);
    vendor
        .api()
        .put("/products/" + product, "{\"capabilities\": {\"tiers\": {\"configs\": null}}}")
        .expect(200);
    assertThat(statusOf(order)).isEqualTo("tiers_setup");
    assertThat(statusOf(orderOf(World.customer(distributor, "Second", reseller))))
        .isEqualTo("pending");
    setUp(top, 2);
    setUp(reseller, 1);
    assertThat(statusOf(order)).isEqualTo("pending");
  }

  @Test
  void withoutAnythingMissingATierRequestIsPendingAtOnce() {
    String easy = world.tierProduct(vendor, 1, distributor, hub);
    World.requires(vendor, easy, "tier1", "fulfillment", "partner_id");
    World.parameter(vendor, easy, "tier1", "ordering", "comment", "");
    World.order(distributor, easy, customer);
    assertThat(tierRequestOf(reseller, 1).at("status")).isEqualTo("pending");
  }

  @Test
  void hiddenParametersAreNotAskedForButApprovalNamesThem() {
    String secretive = world.tierProduct(vendor, 1, distributor, hub);
    World.parameter(
        vendor, secretive, "tier1", "ordering", "rating", "\"required\": true, \"hidden\": true");
    World.order(distributor, secretive, customer);
    Api.Answer request = tierRequestOf(reseller, 1);
    assertThat(request.at("status")).isEqualTo("pending");
    Api.Answer refused =
        vendor.api().post("/tier/config-requests/" + request.at("id") + "/approve").expect(400);
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/params/rating");
  }

  @Test
  void whatBeginsAUseAgainWaitsForTheTiersOfItsAssetAndWhatEndsItNever() {
    String asset = boughtBeforeTiersWereAsked();
    String suspend = requested(asset, "suspend", "");
    assertThat(statusOf(suspend)).isEqualTo("pending");
    approveOrder(suspend);
    String given = requested(asset, "resume", "");
    assertThat(statusOf(given)).isEqualTo("tiers_setup");
    distributor
        .api()
        .post("/requests/" + given + "/fail", "{\"reason\": \"Not now.\"}")
        .expect(200);
    assertThat(distributor.api().get("/assets/" + asset).at("status")).isEqualTo("suspended");
    String resume = requested(asset, "resume", "");
    setUp(top, 2);
    assertThat(statusOf(resume)).isEqualTo("tiers_setup");
    setUp(reseller, 1);
    assertThat(statusOf(resume)).isEqualTo("pending");
    approveOrder(resume);
    assertThat(statusOf(requested(asset, "change", MORE))).as("all is set up").isEqualTo("pending");
  }

  @Test
  void aChangeFallsWithItsTierAndItsAssetStaysInUse() {
    String asset = boughtBeforeTiersWereAsked();
    distributor
        .api()
        .put(
            "/tier/accounts/" + customer,
            "{\"parent\": {\"id\": \"%s\"}}".formatted(World.reseller(distributor, "Other", null)))
        .expect(200);
    String change = requested(asset, "change", MORE);
    assertThat(statusOf(change)).isEqualTo("tiers_setup");
    Api.Answer tier1 = tierRequestOf(reseller, 1);
    assertThat(tier1.at("status")).as("the asset keeps its tiers").isEqualTo("tiers_setup");
    distributor
        .api()
        .post("/tier/config-requests/" + tier1.at("id") + "/fail", "{\"reason\": \"No.\"}")
        .expect(204);
    assertThat(statusOf(change)).isEqualTo("failed");
    Api.Answer kept = distributor.api().get("/assets/" + asset).expect(200);
    assertThat(kept.at("status")).isEqualTo("active");
    assertThat(kept.at("items.0.quantity")).isEqualTo("1");
    assertThat(statusOf(requested(asset, "cancel", ""))).isEqualTo("pending");
  }

  private static final String MORE = ", \"items\": [{\"mpn\": \"MPN-1\", \"quantity\": 2}]";

  private String boughtBeforeTiersWereAsked() {
    tiersAreAsked("null");
    String order = orderOf(customer);
    approveOrder(order);
    tiersAreAsked("{\"level\": 2}");
    return distributor.api().get("/requests/" + order).expect(200).at("asset.id");
  }

  private void tiersAreAsked(String configs) {
    vendor
        .api()
        .put(
            "/products/" + product,
            "{\"capabilities\": {\"tiers\": {\"configs\": %s}}}".formatted(configs))
        .expect(200);
  }

  private String requested(String asset, String type, String more) {
    return distributor
        .api()
        .post(
            "/requests",
            "{\"type\": \"%s\", \"asset\": {\"id\": \"%s\"%s}}".formatted(type, asset, more))
        .expect(201)
        .at("id");
  }

  private void approveOrder(String order) {
    vendor.api().post("/requests/" + order + "/approve").expect(200);
  }
}
