package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import org.junit.jupiter.api.Test;

/** The main job: an order waits for its tiers, each is asked and set up, and the order goes on. */
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

    answer(tier2.at("id"), "tier2");
    Api.Answer early = vendor.api().post("/tier/config-requests/" + tier2.at("id") + "/approve");
    assertThat(early.expect(400).at("error_code")).isEqualTo("TCR_003");
    assertThat(early.at("violations.0.pointer")).isEqualTo("/params/tier2_fulfillment");
    Api.Answer approved = approve(tier2.at("id"), "tier2");
    assertThat(approved.json().propertyNames()).contains("template", "effective_date");

    assertThat(statusOf(tier1.at("id"))).isEqualTo("inquiring");
    assertThat(statusOf(request)).isEqualTo("tiers_setup");
    setUp(reseller, 1);
    assertThat(statusOf(request)).isEqualTo("pending");
    Api.Answer configured =
        vendor.api().get("/tier/configs/" + tier1.at("configuration.id")).expect(200);
    assertThat(configured.at("status")).isEqualTo("active");
    assertThat(configured.json().has("open_request")).isFalse();
    assertThat(configured.at("params.0.id")).isEqualTo("tier1_ordering");
    assertThat(configured.at("params.0.value")).isEqualTo("asked");
    assertThat(configured.at("params.1.value")).isEqualTo("given");
    assertThat(configured.at("tiers.tier2.id")).isEqualTo(top);
    assertThat(
            vendor.api().post("/requests/" + request + "/approve").expect(200).at("asset.status"))
        .isEqualTo("active");

    String second = World.customer(distributor, "Second", reseller);
    assertThat(statusOf(orderOf(second))).as("tiers are asked once").isEqualTo("pending");
  }
}
