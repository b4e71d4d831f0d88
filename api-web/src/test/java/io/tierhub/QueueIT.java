package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import org.junit.jupiter.api.Test;

/** Orders and tier requests in one list. */
class QueueIT extends TierTest {

  @Test
  void aVendorSeesAllThatWaitsForItInOneList() {
    String plain = world.soldProduct(vendor, true, distributor, hub);
    String order = World.order(distributor, plain, customer);
    String parked = orderOf(customer);
    String tier2 = tierRequestOf(top, 2).at("id");
    String tier1 = tierRequestOf(reseller, 1).at("id");
    answer(tier2, "tier2");

    assertThat(vendor.api().get("/queue").expect(200).ids())
        .containsExactlyInAnyOrder(order, parked, tier2, tier1);
    Api.Answer pending = vendor.api().get("/queue?status=pending").expect(200);
    assertThat(pending.ids()).containsExactly(order, tier2);
    assertThat(pending.header("Content-Range")).isEqualTo("items 0-1/2");
    assertThat(pending.at("0.kind")).isEqualTo("fulfillment");
    assertThat(pending.at("0.account.id")).isEqualTo(customer);
    assertThat(pending.json().get(0).has("tier_level")).isFalse();
    assertThat(pending.at("1.kind")).isEqualTo("tier_setup");
    assertThat(pending.at("1.account.name")).isEqualTo("Top");
    assertThat(pending.at("1.tier_level")).isEqualTo("2");
    assertThat(vendor.api().get("/queue?kind=tier_setup").expect(200).ids())
        .containsExactlyInAnyOrder(tier1, tier2);
    assertThat(vendor.api().get("/queue?kind=tier_update").expect(200).ids()).isEmpty();
    assertThat(
            vendor
                .api()
                .get("/queue?kind=fulfillment&product.id=" + plain + "&limit=1")
                .expect(200)
                .ids())
        .containsExactly(order);
    assertThat(vendor.api().get("/queue?limit=2&offset=2").expect(200).header("Content-Range"))
        .isEqualTo("items 2-3/4");
  }

  @Test
  void updatesAndAdjustmentsAreOneKind() {
    orderOf(customer);
    setUp(top, 2);
    String configuration = tierRequestOf(top, 2).at("configuration.id");
    String update =
        vendor
            .api()
            .post(
                "/tier/config-requests",
                "{\"type\": \"adjustment\", \"configuration\": {\"id\": \"%s\"}}"
                    .formatted(configuration))
            .expect(201)
            .at("id");
    assertThat(vendor.api().get("/queue?kind=tier_update").expect(200).ids())
        .containsExactly(update);
  }

  @Test
  void strangersSeeNothingAndNamesMustBeRight() {
    orderOf(customer);
    assertThat(world.vendor().api().get("/queue").expect(200).ids()).isEmpty();
    assertThat(world.distributor().api().get("/queue").expect(200).ids()).isEmpty();
    assertThat(vendor.api().get("/queue?knd=tier_setup").expect(400).text())
        .contains("did you mean 'kind'?");
  }
}
