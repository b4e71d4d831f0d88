package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import org.junit.jupiter.api.Test;

/**
 * The main job: an order waits for its tiers, each is asked and set up, and the order goes on. At
 * every step everybody can read why it waits and whose turn it is.
 */
class TierSetupStoryIT extends TierTest {

  @Test
  void anOrderWaitsForTier2ThenTier1ThenGoesOn() {
    Api.Answer order =
        distributor.api().post("/requests", World.purchaseBody(product, customer)).expect(201);
    String request = order.at("id");
    assertThat(order.at("status")).isEqualTo("tiers_setup");
    assertThat(order.at("asset.status")).isEqualTo("processing");

    Api.Answer tier2 = tierRequestOf(top, 2);
    Api.Answer tier1 = tierRequestOf(reseller, 1);
    assertThat(tier2.at("type")).isEqualTo("setup");
    assertThat(tier2.at("status")).isEqualTo("inquiring");
    assertThat(tier2.at("events.inquired.at")).isNotNull();
    assertThat(tier2.at("events.created.by.id")).as("the system raised it").isNull();
    assertThat(tier2.at("configuration.status")).isEqualTo("processing");
    assertThat(tier2.at("configuration.open_request.id")).isEqualTo(tier2.at("id"));
    assertThat(tier2.at("tiers.tier2.id")).isEqualTo(top);
    assertThat(tier2.json().at("/tiers/tier1")).isEmpty();
    assertThat(tier1.at("status")).isEqualTo("tiers_setup");
    assertThat(tier1.at("parent_configuration.id")).isEqualTo(tier2.at("configuration.id"));
    assertThat(tier1.at("tiers.tier1.id")).isEqualTo(reseller);
    assertThat(tier1.at("tiers.tier2.id")).isEqualTo(top);
    assertThat(vendorsTurn()).isEmpty();

    answer(tier2.at("id"), "tier2");
    assertThat(vendorsTurn()).containsExactly(tier2.at("id"));
    Api.Answer early = vendor.api().post("/tier/config-requests/" + tier2.at("id") + "/approve");
    assertThat(early.expect(400).at("error_code")).isEqualTo("TCR_003");
    assertThat(early.at("violations.0.pointer")).isEqualTo("/params/tier2_fulfillment");
    Api.Answer approved = approveWithTile(tier2.at("id"), 2, "Sell by {{ tier2_fulfillment }}.");
    assertThat(approved.json().propertyNames()).contains("template", "effective_date");
    assertThat(approved.at("template.representation")).isEqualTo("Sell by given.");

    assertThat(statusOf(tier1.at("id"))).isEqualTo("inquiring");
    assertThat(statusOf(request)).isEqualTo("tiers_setup");
    assertThat(vendorsTurn()).isEmpty();
    answer(tier1.at("id"), "tier1");
    assertThat(vendorsTurn()).containsExactly(tier1.at("id"));
    approveWithTile(tier1.at("id"), 1, "You said {{ tier1_ordering }}.");
    assertThat(statusOf(request)).isEqualTo("pending");
    assertThat(vendorsTurn()).containsExactly(request);

    Api.Answer configured =
        vendor.api().get("/tier/configs/" + tier1.at("configuration.id")).expect(200);
    assertThat(configured.at("status")).isEqualTo("active");
    assertThat(configured.json().has("open_request")).isFalse();
    assertThat(configured.at("params.0.id")).isEqualTo("tier1_ordering");
    assertThat(configured.at("params.0.value")).isEqualTo("asked");
    assertThat(configured.at("params.1.value")).isEqualTo("given");
    assertThat(configured.at("tiers.tier2.id")).isEqualTo(top);
    assertThat(configured.at("template.representation")).isEqualTo("You said asked.");
    assertThat(
            vendor.api().post("/requests/" + request + "/approve").expect(200).at("asset.status"))
        .isEqualTo("active");
    assertThat(vendorsTurn()).isEmpty();
  }

  @Test
  void atEveryStepItIsSaidWhyItWaitsAndWhoseTurnItIs() {
    String order = orderOf(customer);
    String tier2 = tierRequestOf(top, 2).at("id");
    String tier1 = tierRequestOf(reseller, 1).at("id");
    String bothTiers =
        "It waits until tier 2 of %s and tier 1 of %s are set up. First %s: "
            .formatted(named("Top", top), named("Reseller", reseller), tier2);
    String onlyTier2 =
        "It waits until tier 2 of %s is set up. First %s: ".formatted(named("Top", top), tier2);
    String onlyTier1 =
        "It waits until tier 1 of %s is set up. First %s: "
            .formatted(named("Reseller", reseller), tier1);

    String asked = named("Top", top) + " is asked for tier2_ordering.";
    assertExplained(order, "reseller", bothTiers + asked);
    assertExplained(tier2, "reseller", asked, "tier2_ordering", "tier2_fulfillment");
    assertExplained(tier1, "reseller", onlyTier2 + asked, "tier1_ordering", "tier1_fulfillment");

    distributor
        .api()
        .put("/tier/config-requests/" + tier2, params("tier2_ordering", "asked"))
        .expect(200);
    String answered =
        named("Top", top)
            + " is asked for more, though nothing that it must give is missing; pend ends the"
            + " inquiry.";
    assertExplained(order, "reseller", bothTiers + answered);
    assertExplained(tier2, "reseller", answered, "tier2_fulfillment");

    distributor.api().post("/tier/config-requests/" + tier2 + "/pend").expect(204);
    String pending = "It waits for the vendor, who needs tier2_fulfillment before it can approve.";
    assertExplained(order, "vendor", bothTiers + pending);
    assertExplained(tier2, "vendor", pending, "tier2_fulfillment");
    assertExplained(tier1, "vendor", onlyTier2 + pending, "tier1_ordering", "tier1_fulfillment");

    vendor
        .api()
        .put("/tier/config-requests/" + tier2, params("tier2_fulfillment", "given"))
        .expect(200);
    String complete = "It waits for the vendor to approve or fail it.";
    assertExplained(order, "vendor", bothTiers + complete);
    assertExplained(tier2, "vendor", complete);

    vendor.api().post("/tier/config-requests/" + tier2 + "/approve").expect(200);
    asked = named("Reseller", reseller) + " is asked for tier1_ordering.";
    assertExplained(order, "reseller", onlyTier1 + asked);
    assertExplained(tier2, "nobody", "The vendor approved it.");
    assertExplained(tier1, "reseller", asked, "tier1_ordering", "tier1_fulfillment");

    answer(tier1, "tier1");
    pending = "It waits for the vendor, who needs tier1_fulfillment before it can approve.";
    assertExplained(order, "vendor", onlyTier1 + pending);
    assertExplained(tier1, "vendor", pending, "tier1_fulfillment");

    approve(tier1, "tier1");
    assertExplained(order, "vendor", complete);
    assertExplained(tier1, "nobody", "The vendor approved it.");

    vendor.api().post("/requests/" + order + "/approve").expect(200);
    assertExplained(order, "nobody", "The vendor approved it.");
  }

  @Test
  void theSecondOrderThroughTheSameTiersAsksNothing() {
    orderOf(customer);
    setUp(top, 2);
    setUp(reseller, 1);
    String second = orderOf(World.customer(distributor, "Second", reseller));
    assertExplained(second, "vendor", "It waits for the vendor to approve or fail it.");
    assertThat(tierRequestOf(top, 2).at("id")).as("nobody is asked again").endsWith("-001");
    assertThat(tierRequestOf(reseller, 1).at("id")).endsWith("-001");
    assertThat(vendorsTurn()).contains(second);
  }

  @Test
  void anOrderThatLacksValuesOfItsOwnIsAskedForThemOnceItsTiersAreSetUp() {
    World.requires(vendor, product, "asset", "ordering", "domain");
    String order = orderOf(customer);
    setUp(top, 2);
    setUp(reseller, 1);
    assertThat(statusOf(order)).isEqualTo("inquiring");
    assertExplained(order, "customer", "The customer is asked for domain.", "domain");
    distributor
        .api()
        .put("/requests/" + order, "{\"asset\": %s}".formatted(params("domain", "bakery.example")))
        .expect(200);
    distributor.api().post("/requests/" + order + "/pend").expect(200);
    assertExplained(order, "vendor", "It waits for the vendor to approve or fail it.");
    assertThat(vendorsTurn()).containsExactly(order);
  }

  /** The vendor gives its value and approves with a template of its own. */
  private Api.Answer approveWithTile(String request, int level, String body) {
    String template =
        vendor
            .api()
            .post(
                "/products/" + product + "/templates",
                """
                {"name": "Of our choice", "scope": "tier%d", "type": "fulfillment", "body": "%s"}
                """
                    .formatted(level, body))
            .expect(201)
            .at("id");
    String path = "/tier/config-requests/" + request;
    vendor.api().put(path, params("tier" + level + "_fulfillment", "given")).expect(200);
    return vendor
        .api()
        .post(path + "/approve", "{\"template\": {\"id\": \"%s\"}}".formatted(template))
        .expect(200);
  }

  private static String named(String name, String account) {
    return "%s (%s)".formatted(name, account);
  }
}
