package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why something waits, whose turn it is, and what will be asked. */
class ExplainIT extends TierTest {

  @Test
  void aParkedOrderIsExplainedDownToTheFirstThingToDo() {
    String order = orderOf(customer);
    String tier2 = tierRequestOf(top, 2).at("id");
    String tier1 = tierRequestOf(reseller, 1).at("id");
    for (Company who : List.of(distributor, vendor, world.ops())) {
      Api.Answer why = who.api().get("/requests/" + order + "/explain").expect(200);
      assertThat(why.at("status")).isEqualTo("tiers_setup");
      assertThat(why.at("turn")).isEqualTo("reseller");
      assertThat(why.at("sentence"))
          .isEqualTo(
              ("It waits until tier 2 of Top (%s) and tier 1 of Reseller (%s) are set up. First %s:"
                      + " Top (%s) is asked for tier2_ordering.")
                  .formatted(top, reseller, tier2, top));
      assertThat(why.at("waits_for.0.request.id")).isEqualTo(tier2);
      assertThat(why.at("waits_for.0.since")).matches(".*\\+00:00");
      assertThat(why.at("waits_for.1.request.id")).isEqualTo(tier1);
      assertThat(why.at("waits_for.1.request.status")).isEqualTo("tiers_setup");
      assertThat(why.at("waits_for.1.request.waits_for.0.request.id")).isEqualTo(tier2);
    }
  }

  @Test
  void theTurnMovesOnStepByStep() {
    String order = orderOf(customer);
    String tier2 = tierRequestOf(top, 2).at("id");
    Api.Answer asked = explained(tier2);
    assertThat(asked.at("turn")).isEqualTo("reseller");
    assertThat(asked.json().path("missing").findValuesAsString("id"))
        .containsExactlyInAnyOrder("tier2_ordering", "tier2_fulfillment");

    answer(tier2, "tier2");
    Api.Answer pending = explained(tier2);
    assertThat(pending.at("turn")).isEqualTo("vendor");
    assertThat(pending.at("sentence"))
        .isEqualTo("It waits for the vendor, who needs tier2_fulfillment before it can approve.");
    assertThat(explained(order).at("turn")).isEqualTo("vendor");

    approve(tier2, "tier2");
    assertThat(explained(tier2).at("sentence")).isEqualTo("The vendor approved it.");
    assertThat(explained(tier2).at("turn")).isEqualTo("nobody");
    assertThat(explained(order).json().path("waits_for")).hasSize(1);
    assertThat(explained(order).at("turn")).isEqualTo("reseller");

    setUp(reseller, 1);
    Api.Answer free = explained(order);
    assertThat(free.json().path("waits_for")).isEmpty();
    assertThat(free.at("sentence")).isEqualTo("It waits for the vendor to approve or fail it.");
    vendor.api().post("/requests/" + order + "/fail", "{\"reason\": \"Sold out.\"}").expect(200);
    assertThat(explained(order).at("sentence")).isEqualTo("It failed: Sold out.");
  }

  @Test
  void whatTheVendorFindsWrongIsMissingToo() {
    orderOf(customer);
    String tier2 = tierRequestOf(top, 2).at("id");
    answer(tier2, "tier2");
    vendor
        .api()
        .put(
            "/tier/config-requests/" + tier2,
            "{\"params\": [{\"id\": \"tier2_ordering\", \"value_error\": \"Not a region.\"}]}")
        .expect(200);
    Api.Answer why = explained(tier2);
    assertThat(why.at("missing.1.id")).isEqualTo("tier2_ordering");
    assertThat(why.at("missing.1.error")).isEqualTo("Not a region.");
  }

  @Test
  void anErrorThatIsAMessageIsToldInItsWords() {
    vendor
        .api()
        .post(
            "/products/" + product + "/messages",
            "{\"external_id\": \"E1\", \"value\": \"We do not sell there.\"}")
        .expect(201);
    orderOf(customer);
    String tier2 = tierRequestOf(top, 2).at("id");
    answer(tier2, "tier2");
    vendor
        .api()
        .put(
            "/tier/config-requests/" + tier2,
            """
            {"params": [{"id": "tier2_ordering",
                         "structured_error": {"message": {"external_id": "E1"}}}]}
            """)
        .expect(200);
    assertThat(explained(tier2).at("missing.1.error")).isEqualTo("We do not sell there.");
  }

  @Test
  void aDraftWaitsSinceItWasSubmitted() {
    vendor
        .api()
        .put("/products/" + product, "{\"capabilities\": {\"tiers\": {\"validation\": true}}}")
        .expect(200);
    String draft =
        distributor
            .api()
            .post(
                "/tier/config-requests",
                """
                {"status": "draft",
                 "configuration": {"product": {"id": "%s"}, "account": {"id": "%s"},
                                   "tier_level": 1}}
                """
                    .formatted(product, reseller))
            .expect(201)
            .at("id");
    jdbc.update(
        "update tier_configuration_request set created_at = created_at - interval '2 days' where id"
            + " = ?",
        draft);
    assertThat(explained(draft).at("turn")).isEqualTo("distributor");
    Api.Answer submitted =
        distributor.api().post("/tier/config-requests/" + draft + "/submit").expect(200);
    assertThat(explained(draft).at("since")).isEqualTo(submitted.at("events.updated.at"));
  }

  @Test
  void anOrderWaitsSinceItsLastStepWhateverElseIsNotedOnIt() {
    String other = world.soldProduct(vendor, false, distributor, hub);
    String order = World.order(distributor, other, customer);
    String since = explained(order).at("since");
    jdbc.update(
        "update conversation_message set created_at = created_at - interval '2 days' where"
            + " conversation_id = (select id from conversation where instance_id = ?)",
        order);
    vendor.api().put("/requests/" + order, "{\"note\": \"Asked sales.\"}").expect(200);
    vendor
        .api()
        .post(
            "/conversations/" + order + "/messages",
            "{\"text\": \"Resolved.\", \"type\": \"state_change\"}")
        .expect(201);
    assertThat(explained(order).at("since")).isLessThan(since);
  }

  @Test
  void nothingIsForeseenForWhoCannotOrder() {
    Api.Answer root =
        distributor.api().get("/products/" + product + "/requirements?account=" + top).expect(400);
    assertThat(root.at("error_code")).isEqualTo("REQ_005");
    assertThat(root.text()).contains("has no parent that could be tier 1");
  }

  @Test
  void beforeAnOrderItIsKnownWhatWillBeAsked() {
    Api.Answer before = requirements(customer);
    assertThat(before.at("parks")).isEqualTo("true");
    assertThat(before.at("sentence"))
        .isEqualTo("An order would wait until tier 2, Top, and then tier 1, Reseller, are set up.");
    assertThat(before.at("tiers.0.account")).isEqualTo(reseller);
    assertThat(before.at("tiers.0.needed")).isEqualTo("true");
    assertThat(before.at("tiers.0.params.0.id")).isEqualTo("tier1_ordering");
    assertThat(before.at("tiers.0.params.0.known")).isEqualTo("false");
    assertThat(before.json().at("/tiers/0").has("configuration")).isFalse();

    orderOf(customer);
    String tier2 = tierRequestOf(top, 2).at("id");
    answer(tier2, "tier2");
    Api.Answer underway = requirements(customer);
    assertThat(underway.at("tiers.1.open_request")).isEqualTo(tier2);
    assertThat(underway.at("tiers.1.params.0.known")).isEqualTo("true");
    assertThat(underway.at("tiers.1.params.1.known")).isEqualTo("false");

    approve(tier2, "tier2");
    setUp(reseller, 1);
    Api.Answer after = requirements(customer);
    assertThat(after.at("parks")).isEqualTo("false");
    assertThat(after.at("tiers.0.satisfied")).isEqualTo("true");
    assertThat(
            distributor
                .api()
                .post("/requests", World.purchaseBody(product, customer))
                .expect(201)
                .at("status"))
        .as("as foreseen")
        .isEqualTo("pending");
  }

  @Test
  void requirementsAreForWhoCanOrder() {
    String path = "/products/" + product + "/requirements?account=" + customer;
    vendor.api().get(path).expect(403);
    world.distributor().api().get(path).expect(404);
    distributor.api().get("/products/" + product + "/requirements").expect(400);
    Api.Answer unknown =
        distributor
            .api()
            .get("/products/" + product + "/requirements?account=TA-0000-0000-0000")
            .expect(400);
    assertThat(unknown.text()).contains("There is no account TA-0000-0000-0000 of yours");
  }

  @Test
  void strangersHearNothing() {
    String order = orderOf(customer);
    String tier2 = tierRequestOf(top, 2).at("id");
    for (Company stranger : List.of(world.vendor(), world.distributor())) {
      stranger.api().get("/requests/" + order + "/explain").expect(404);
      stranger.api().get("/tier/config-requests/" + tier2 + "/explain").expect(404);
    }
  }

  private Api.Answer requirements(String account) {
    return distributor
        .api()
        .get("/products/" + product + "/requirements?account=" + account)
        .expect(200);
  }
}
