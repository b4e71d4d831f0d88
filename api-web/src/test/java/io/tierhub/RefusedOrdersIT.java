package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Role;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be ordered, and by whom. */
class RefusedOrdersIT extends OrderTest {

  @Test
  void everyFaultIsNamedAtOnce() {
    Api.Answer malformed =
        distributor
            .api()
            .post(
                "/requests",
                """
                {"type": "purchase", "marketplace": {"id": "M"}, "asset": {
                   "product": {"id": "X"}, "connection": {"id": 7}, "external_uid": "%s",
                   "items": [{}, {"id": "a"}], "params": [{}, 7], "tiers": {"customer": null}}}
                """
                    .formatted("u".repeat(101)))
            .expect(400);
    assertThat(pointers(malformed))
        .containsExactly(
            "/asset/connection/id",
            "/asset/external_uid",
            "/asset/items/0/id",
            "/asset/items/0/quantity",
            "/asset/items/1/quantity",
            "/asset/params/0/id",
            "/asset/params/1",
            "/asset/product/id",
            "/asset/tiers/customer",
            "/marketplace/id");

    Api.Answer wrong =
        distributor
            .api()
            .post(
                "/requests",
                """
                {"type": "purchase", "marketplace": {"id": "MP-12345"}, "asset": {
                   "product": {"id": "%s"},
                   "items": [{"id": "x", "quantity": 1}, {"mpn": "MPN-1", "quantity": "0"},
                     {"mpn": "MPN-1", "quantity": "1e3"}],
                   "tiers": {"customer": {"id": "TA-1111-1111-1111"},
                     "tier1": {"external_uid": "new", "name": "New"}, "tier2": {"id": "%s"}}}}
                """
                    .formatted(product, customer))
            .expect(400);
    assertThat(wrong.at("error_code")).isEqualTo("VAL_001");
    assertThat(pointers(wrong))
        .containsExactlyInAnyOrder(
            "/marketplace/id",
            "/asset/items/0/id",
            "/asset/items/1/quantity",
            "/asset/items/2/quantity",
            "/asset/items/2",
            "/asset/tiers/customer/id",
            "/asset/tiers/tier1/contact_info",
            "/asset/tiers/tier2");
    assertThat(wrong.json().path("errors").get(0).isString()).isTrue();
    assertThat(distributor.api().get("/requests").expect(200).ids()).isEmpty();
  }

  @Test
  void onlyWhatIsSoldCanBeOrdered() {
    String tiers = "{\"customer\": {\"id\": \"%s\"}}".formatted(customer);
    String sold = product;
    product = world.product(vendor, true);
    Api.Answer unconnected = distributor.api().post("/requests", order("u-1", tiers)).expect(400);
    assertThat(unconnected.at("violations.0.pointer")).isEqualTo("/asset/product/id");
    product = "PRD-999-999-999";
    assertThat(
            distributor
                .api()
                .post("/requests", order("u-1", tiers))
                .expect(400)
                .at("violations.0.pointer"))
        .isEqualTo("/asset/product/id");
    product = sold;
    for (String status : List.of("draft", "endofsale")) {
      jdbc.update("update product set status = ? where id = ?", status, product);
      Api.Answer refused = distributor.api().post("/requests", order("u-1", tiers)).expect(400);
      assertThat(refused.at("error_code")).isEqualTo("PRD_001");
    }
  }

  @Test
  void whatIsNotOfferedIsRefusedWithWhatIs() {
    for (String type : List.of("renew", "transfer", "lease")) {
      Api.Answer refused =
          distributor
              .api()
              .post(
                  "/requests",
                  "{\"type\": \"%s\", \"asset\": {\"id\": \"AS-1111-1111-1111\"}}".formatted(type))
              .expect(400);
      assertThat(refused.at("error_code")).isEqualTo("REQ_004");
      assertThat(refused.at("violations.0.pointer")).isEqualTo("/type");
      assertThat(refused.json().path("allowed").toString())
          .isEqualTo("[\"purchase\",\"change\",\"suspend\",\"resume\",\"cancel\",\"adjustment\"]");
    }
    assertThat(distributor.api().post("/requests", "{}").expect(400).at("violations.0.pointer"))
        .isEqualTo("/type");
  }

  @Test
  void onlyDistributorsOrder() {
    vendor.api().post("/requests", order("u-1")).expect(403);
    world.ops().api().post("/requests", order("u-1")).expect(403);
    api().post("/requests", order("u-1")).expect(401);
  }

  @Test
  void environmentsAreKeptApart() {
    World.Company tests = world.company(Role.DISTRIBUTOR, Environment.TEST);
    Api.Answer refused = tests.api().post("/requests", order("u-1")).expect(400);
    assertThat(pointers(refused))
        .containsExactlyInAnyOrder("/asset/product/id", "/asset/tiers/customer/id");
  }

  @Test
  void foreignOrdersDoNotExist() {
    Api.Answer placed = placed("u-1");
    for (Company other : List.of(world.distributor(), world.vendor())) {
      String request = "/requests/" + placed.at("id");
      other.api().get(request).expect(404);
      other.api().put(request, "{\"note\": \"x\"}").expect(404);
      other.api().post(request + "/approve").expect(404);
      other.api().post(request + "/fail", "{\"reason\": \"x\"}").expect(404);
      other.api().get("/assets/" + placed.at("asset.id")).expect(404);
      other.api().get("/assets/" + placed.at("asset.id") + "/requests").expect(404);
      assertThat(other.api().get("/requests").expect(200).ids()).isEmpty();
      assertThat(other.api().get("/assets").expect(200).ids()).isEmpty();
    }
    World.Company staging = world.company(Role.OPS, Environment.TEST);
    staging.api().get("/requests/" + placed.at("id")).expect(404);
    vendor.api().get("/requests/PR-1").expect(404);
    vendor.api().get("/requests/nonsense").expect(404);
  }

  private static List<String> pointers(Api.Answer refused) {
    return refused
        .json()
        .path("violations")
        .valueStream()
        .map(v -> v.path("pointer").asString())
        .toList();
  }
}
