package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What vendors answer, and what comes of it. */
class DecidedOrdersIT extends OrderTest {

  @Test
  void theVendorApproves() {
    Api.Answer placed = placed("u-1");
    String path = "/requests/" + placed.at("id");
    distributor.api().post(path + "/approve").expect(403);
    world.ops().api().post(path + "/approve").expect(403);
    world.vendor().api().post(path + "/approve").expect(404);
    assertThat(
            vendor
                .api()
                .post(path + "/approve", "{\"effective_date\": \"soon\"}")
                .expect(400)
                .at("violations.0.pointer"))
        .isEqualTo("/effective_date");
    Api.Answer approved =
        vendor
            .api()
            .post(path + "/approve", "{\"effective_date\": \"2026-12-01T02:00:00+02:00\"}")
            .expect(200);
    assertThat(approved.at("status")).isEqualTo("approved");
    assertThat(approved.at("effective_date")).isEqualTo("2026-12-01T00:00:00+00:00");
    assertThat(approved.at("asset.status")).isEqualTo("active");
    assertThat(approved.at("asset.items.0.quantity")).isEqualTo("5");
    Api.Answer again = vendor.api().post(path + "/approve").expect(400);
    assertThat(again.at("error_code")).isEqualTo("REQ_001");
    assertThat(again.at("detail")).isEqualTo("Cannot approve: the status is approved.");
    vendor.api().post(path + "/fail", "{\"reason\": \"No.\"}").expect(400);
    assertThat(events(placed.at("id")))
        .containsExactly("fulfillment_request.created", "fulfillment_request.approved");
    assertThat(events(placed.at("asset.id"))).containsExactly("asset.created", "asset.active");
  }

  @Test
  void theVendorFails() {
    Api.Answer placed = placed("u-1");
    String path = "/requests/" + placed.at("id");
    assertThat(vendor.api().post(path + "/fail").expect(400).at("violations.0.pointer"))
        .isEqualTo("/reason");
    Api.Answer early =
        distributor.api().post(path + "/fail", "{\"reason\": \"Mistake.\"}").expect(400);
    assertThat(early.at("error_code")).isEqualTo("REQ_001");
    assertThat(early.at("detail")).contains("tiers_setup or inquiring");
    assertThat(early.json().path("allowed").toString())
        .as("what the vendor can do with it")
        .isEqualTo("[\"inquire\",\"approve\",\"fail\",\"schedule\"]");
    Api.Answer failed =
        vendor.api().post(path + "/fail", "{\"reason\": \"Not eligible.\"}").expect(200);
    assertThat(failed.at("status")).isEqualTo("failed");
    assertThat(failed.at("reason")).isEqualTo("Not eligible.");
    assertThat(failed.at("asset.status")).isEqualTo("terminated");
    assertThat(events(placed.at("asset.id"))).containsExactly("asset.created", "asset.terminated");
  }

  @Test
  void theVendorKeepsANote() {
    String path = "/requests/" + placed("u-1").at("id");
    Api.Answer noted = vendor.api().put(path, "{\"note\": \"Asked sales.\"}").expect(200);
    assertThat(noted.at("note")).isEqualTo("Asked sales.");
    assertThat(vendor.api().put(path, noted.text()).expect(200).text())
        .as("sent back whole, it changes nothing")
        .isEqualTo(noted.text());
    assertThat(vendor.api().put(path, "{}").expect(200).at("note")).isEqualTo("Asked sales.");
    assertThat(vendor.api().put(path, "{\"note\": \"\"}").expect(200).json().has("note")).isFalse();
    distributor.api().put(path, "{\"note\": \"Mine\"}").expect(403);
    vendor.api().put(path, "{\"note\": \"%s\"}".formatted("n".repeat(2001))).expect(400);
    vendor.api().post(path + "/approve", "{}").expect(200);
    vendor.api().put(path, "{\"note\": \"Late\"}").expect(400);
  }

  @Test
  void listsAreFilteredAndOrdered() {
    Api.Answer one = placed("u-1");
    Api.Answer two = placed("u-2");
    vendor.api().post("/requests/" + two.at("id") + "/approve").expect(200);
    Api api = vendor.api();
    assertThat(api.get("/requests?status=pending").expect(200).ids()).containsExactly(one.at("id"));
    assertThat(
            api.get(
                    "/requests?in(status,(pending,inquiring))&in(asset.product.id,(%s))"
                        .formatted(product))
                .expect(200)
                .ids())
        .containsExactly(one.at("id"));
    assertThat(api.get("/requests?ordering(-created)").expect(200).ids())
        .containsExactly(two.at("id"), one.at("id"));
    assertThat(api.get("/requests").expect(200).header("Content-Range")).isEqualTo("items 0-1/2");
    for (String filter :
        List.of(
            "asset.id=" + one.at("asset.id"),
            "asset__id__in=" + one.at("asset.id"),
            "asset.external_uid=u-1",
            "asset.external_uid=u-1&type=purchase&asset.status=processing",
            "id=" + one.at("id") + "&asset__product__id=" + product,
            "id=" + one.at("id") + "&asset.tiers.customer.id=" + customer,
            "id=" + one.at("id") + "&asset.tier1_id=" + reseller,
            "id=" + one.at("id") + "&asset__tiers__tier2__id=" + top,
            "id=" + one.at("id") + "&eq(asset.marketplace.id,null())",
            "id=" + one.at("id") + "&marketplace.id=MP-00000",
            "id=" + one.at("id") + "&asset.connection.hub.id=" + hub,
            "id=" + one.at("id") + "&asset.connection.type=production",
            "id=" + one.at("id") + "&asset.connection.provider.id=" + distributor.id(),
            "search=u-1")) {
      assertThat(api.get("/requests?" + filter).expect(200).ids())
          .as(filter)
          .containsExactly(one.at("id"));
    }
    for (String filter :
        List.of(
            "status=active",
            "external_uid=u-2",
            "id=" + two.at("asset.id") + "&tiers.customer.name=Customer",
            "id=" + two.at("asset.id") + "&tiers__tier1__id=" + reseller,
            "id=" + two.at("asset.id") + "&connection.id=" + connection,
            "status=active&gt(created,2020-01-01)&lt(updated,2100-01-01)",
            "search=u-2&id=" + two.at("asset.id"))) {
      assertThat(api.get("/assets?" + filter).expect(200).ids())
          .as(filter)
          .containsExactly(two.at("asset.id"));
    }
    assertThat(
            api.get("/assets/" + one.at("asset.id") + "/requests?status=failed")
                .expect(200)
                .header("Content-Range"))
        .isEqualTo("items 0-0/0");
    assertThat(api.get("/requests?asset.tiers.tier3.id=x").expect(400).at("error_code"))
        .isEqualTo("VAL_002");
  }

  @Test
  void aChangeOfAnAccountInUseTellsTheVendorUntilTheAssetEnds() {
    Api.Answer placed = placed("u-1");
    for (String account : List.of(customer, reseller, top)) {
      distributor
          .api()
          .put("/tier/accounts/" + account, "{\"contact_info\": {\"city\": \"Girona\"}}")
          .expect(200);
      assertThat(vendor.api().get("/tier/account-requests?account.id=" + account).ids()).hasSize(1);
    }
    assertThat(
            distributor
                .api()
                .get("/requests/" + placed.at("id"))
                .at("asset.tiers.tier1.contact_info.city"))
        .as("orders show the accounts as they are")
        .isEqualTo("Girona");
    Api.Answer held = distributor.api().delete("/tier/accounts/" + customer).expect(400);
    assertThat(held.at("params.held_by.0.id")).isEqualTo(placed.at("asset.id"));
    vendor
        .api()
        .post("/requests/" + placed.at("id") + "/fail", "{\"reason\": \"No.\"}")
        .expect(200);
    distributor
        .api()
        .put("/tier/accounts/" + customer, "{\"contact_info\": {\"city\": \"Reus\"}}")
        .expect(200);
    assertThat(vendor.api().get("/tier/account-requests?account.id=" + customer).ids()).hasSize(1);
    distributor.api().delete("/tier/accounts/" + customer).expect(204);
    assertThat(
            distributor
                .api()
                .get("/requests/" + placed.at("id"))
                .expect(200)
                .at("asset.tiers.customer.id"))
        .as("old orders keep showing a decommissioned account")
        .isEqualTo(customer);
    Api.Answer gone = distributor.api().post("/requests", order("u-2")).expect(400);
    assertThat(gone.at("violations.0.pointer")).isEqualTo("/asset/tiers/customer/id");
  }
}
