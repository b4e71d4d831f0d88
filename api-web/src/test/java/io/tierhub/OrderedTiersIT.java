package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose accounts an order takes, and which it opens. */
class OrderedTiersIT extends OrderTest {

  @Test
  void aRootResellerIsTier1WithoutTier2() {
    String direct = World.customer(distributor, "Direct", top);
    Api.Answer placed =
        distributor
            .api()
            .post("/requests", order("u-1", "{\"customer\": {\"id\": \"%s\"}}".formatted(direct)))
            .expect(201);
    assertThat(placed.at("asset.tiers.tier1.id")).isEqualTo(top);
    assertThat(placed.json().at("/asset/tiers/tier2").toString()).isEqualTo("{}");
  }

  @Test
  void anEmptyTier2MeansNobody() {
    Api.Answer placed =
        distributor
            .api()
            .post(
                "/requests",
                order("u-1", "{\"customer\": {\"id\": \"%s\"}, \"tier2\": {}}".formatted(customer)))
            .expect(201);
    assertThat(placed.at("asset.tiers.tier1.id")).isEqualTo(reseller);
    assertThat(placed.json().at("/asset/tiers/tier2").toString()).isEqualTo("{}");
  }

  @Test
  void missingAccountsAreOpenedEachBelowTheNextTier() {
    String tiers =
        "{\"customer\": %s, \"tier1\": %s, \"tier2\": {\"id\": \"%s\"}}"
            .formatted(inline("c-1", "New customer"), inline("t1-1", "New reseller"), top);
    Api.Answer placed = distributor.api().post("/requests", order("u-1", tiers)).expect(201);
    assertThat(placed.json().has("warnings")).isFalse();
    String opened = placed.at("asset.tiers.customer.id");
    assertThat(placed.at("asset.tiers.customer.type")).isEqualTo("customer");
    assertThat(placed.at("asset.tiers.tier1.type")).isEqualTo("reseller");
    assertThat(distributor.api().get("/tier/accounts/" + opened + "/ancestors").expect(200).ids())
        .containsExactly(opened, placed.at("asset.tiers.tier1.id"), top);
    assertThat(scopes(opened)).isEqualTo("[\"customer\"]");

    Api.Answer again = distributor.api().post("/requests", order("u-2", tiers)).expect(201);
    assertThat(again.at("asset.tiers.customer.id")).isEqualTo(opened);
    assertThat(again.json().path("warnings").valueStream().map(w -> w.asString()))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("asset.tiers.customer: " + opened + " exists and is used as it is");
    assertThat(distributor.api().get("/requests/" + again.at("id")).json().has("warnings"))
        .isFalse();
  }

  @Test
  void aWholeNewChainBelongsToTheConnectionsHub() {
    String tiers =
        "{\"customer\": %s, \"tier1\": %s}"
            .formatted(inline("c-1", "New customer"), inline("t1-1", "New reseller"));
    Api.Answer placed = distributor.api().post("/requests", order("u-1", tiers)).expect(201);
    String opened = placed.at("asset.tiers.tier1.id");
    Api.Answer account = distributor.api().get("/tier/accounts/" + opened).expect(200);
    assertThat(account.at("hub.id")).isEqualTo(hub);
    assertThat(account.json().has("parent")).isFalse();
    assertThat(placed.json().at("/asset/tiers/tier2").toString()).isEqualTo("{}");
  }

  @Test
  void aNewCustomerTakesTheTiersAboveAnExistingReseller() {
    String tiers =
        "{\"customer\": %s, \"tier1\": {\"external_uid\": \"%s\"}}"
            .formatted(
                inline("c-1", "New customer"),
                distributor.api().get("/tier/accounts/" + reseller).at("external_uid"));
    Api.Answer placed = distributor.api().post("/requests", order("u-1", tiers)).expect(201);
    assertThat(placed.at("asset.tiers.tier1.id")).isEqualTo(reseller);
    assertThat(placed.at("asset.tiers.tier2.id")).isEqualTo(top);
    assertThat(placed.json().has("warnings")).isFalse();
  }

  @Test
  void anAccountIsFoundByItsExternalIdUnlessSeveralHaveIt() {
    distributor.api().put("/tier/accounts/" + customer, "{\"external_id\": \"e-1\"}").expect(200);
    String tiers = "{\"customer\": {\"external_id\": \"e-1\"}}";
    assertThat(
            distributor
                .api()
                .post("/requests", order("u-1", tiers))
                .expect(201)
                .at("asset.tiers.customer.id"))
        .isEqualTo(customer);
    String other = World.customer(distributor, "Other", reseller);
    distributor.api().put("/tier/accounts/" + other, "{\"external_id\": \"e-1\"}").expect(200);
    Api.Answer refused = distributor.api().post("/requests", order("u-2", tiers)).expect(400);
    assertThat(refused.at("error_code")).isEqualTo("REQ_005");
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/asset/tiers/customer/external_id");
    assertThat(refused.at("violations.0.message")).contains(customer).contains(other);
  }

  @Test
  void tiersMustFit() {
    String root = World.reseller(distributor, "Root", null);
    String foreign = World.reseller(world.distributor(), "Foreign", null);
    String otherHub = world.hub(distributor);
    String elsewhere =
        distributor
            .api()
            .post(
                "/tier/accounts",
                World.accountBody(
                    "reseller", "Elsewhere", null, "\"hub\": {\"id\": \"%s\"}".formatted(otherHub)))
            .expect(201)
            .at("id");
    for (String tiers :
        List.of(
            "{\"customer\": {\"id\": \"%s\"}}".formatted(root),
            "{\"customer\": {}}",
            "{\"customer\": {\"id\": \"%s\"}, \"tier1\": {}}".formatted(customer),
            "{\"customer\": {\"id\": \"%s\"}, \"tier1\": {\"id\": \"%s\"}}"
                .formatted(customer, foreign),
            "{\"customer\": {\"id\": \"%s\"}, \"tier1\": {\"id\": \"%s\"}}"
                .formatted(customer, customer),
            "{\"customer\": {\"id\": \"%1$s\"}, \"tier1\": {\"id\": \"%2$s\"}, \"tier2\": {\"id\": \"%2$s\"}}"
                .formatted(customer, top),
            "{\"customer\": {\"id\": \"%s\"}, \"tier1\": {\"id\": \"%s\"}}"
                .formatted(customer, elsewhere),
            "{\"customer\": {\"id\": \"%s\"}, \"tier1\": %s, \"tier2\": %s}"
                .formatted(customer, inline("same", "A"), inline("same", "B")))) {
      Api.Answer refused = distributor.api().post("/requests", order("u-1", tiers)).expect(400);
      assertThat(refused.at("error_code")).as(tiers).isEqualTo("REQ_005");
    }
  }

  @Test
  void aResellerMayBuyForItself() {
    String tiers =
        "{\"customer\": {\"id\": \"%1$s\"}, \"tier1\": {\"id\": \"%1$s\"}}".formatted(top);
    Api.Answer placed = distributor.api().post("/requests", order("u-1", tiers)).expect(201);
    assertThat(placed.at("asset.tiers.customer.id")).isEqualTo(top);
    assertThat(scopes(top)).isEqualTo("[\"customer\",\"tier1\"]");
  }

  private static String inline(String uid, String name) {
    return World.accountBody("customer", name, null)
        .replaceFirst("\"type\": \"customer\",", "\"external_uid\": \"%s\",".formatted(uid));
  }
}
