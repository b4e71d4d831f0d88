package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A tier is refused: what waits for it falls with it, and the next order begins anew. */
class TierFailureStoryIT extends TierTest {

  @Test
  void aFailedTier2BringsDownItsTier1AndThenTheOrders() {
    String order = orderOf(customer);
    String second = orderOf(World.customer(distributor, "Second", reseller));
    String tier2 = tierRequestOf(top, 2).at("id");
    String tier1 = tierRequestOf(reseller, 1).at("id");
    fail(vendor, tier2, "Not certified.");

    String why = "It failed: %s of %s failed: Not certified.".formatted(tier2, top);
    assertExplained(tier2, "nobody", "It failed: Not certified.");
    assertExplained(tier1, "nobody", why);
    assertExplained(order, "nobody", why);
    assertExplained(second, "nobody", why);
    List<String> told =
        jdbc.queryForList(
            "select subject from (select id, type, subject from outbox union all"
                + " select event_id, type, subject from feed) e"
                + " where subject in (?, ?, ?, ?) and type like '%.failed' order by id",
            String.class, tier2, tier1, order, second);
    assertThat(told).hasSize(4).startsWith(tier2, tier1);
    Api.Answer fallen = distributor.api().get("/requests/" + order).expect(200);
    assertThat(fallen.at("asset.status")).isEqualTo("terminated");
    for (String request : List.of(tier2, tier1)) {
      Api.Answer left = distributor.api().get("/tier/config-requests/" + request).expect(200);
      assertThat(left.at("configuration.status")).isEqualTo("processing");
      assertThat(left.json().path("configuration").has("open_request")).isFalse();
    }
    assertThat(vendorsTurn()).isEmpty();
  }

  @Test
  void theNextOrderOpensANewSetup() {
    String lost = orderOf(customer);
    String configuration = tierRequestOf(top, 2).at("configuration.id");
    fail(vendor, tierRequestOf(top, 2).at("id"), "Not certified.");
    String next = orderOf(customer);
    Api.Answer again = tierRequestOf(top, 2);
    assertThat(again.at("id")).endsWith("-002");
    assertThat(again.at("configuration.id"))
        .as("of the same configuration")
        .isEqualTo(configuration);
    assertExplained(
        again.at("id"),
        "reseller",
        "Top (%s) is asked for tier2_ordering.".formatted(top),
        "tier2_ordering",
        "tier2_fulfillment");
    setUp(top, 2);
    setUp(reseller, 1);
    assertExplained(next, "vendor", "It waits for the vendor to approve or fail it.");
    assertThat(statusOf(lost)).isEqualTo("failed");
  }

  @Test
  void aFailedTier1LeavesItsTier2ToOthers() {
    String order = orderOf(customer);
    String tier2 = tierRequestOf(top, 2).at("id");
    String other = World.reseller(distributor, "Other", top);
    String besides = orderOf(World.customer(distributor, "Besides", other));
    fail(distributor, tierRequestOf(reseller, 1).at("id"), "We part ways.");
    String failed = explained(order).at("sentence");
    assertThat(failed).startsWith("It failed: ").contains("We part ways.");
    assertExplained(order, "nobody", failed);
    assertExplained(
        tier2,
        "reseller",
        "Top (%s) is asked for tier2_ordering.".formatted(top),
        "tier2_ordering",
        "tier2_fulfillment");
    setUp(top, 2);
    assertThat(explained(besides).at("sentence")).startsWith("It waits until tier 1 of Other");
    setUp(other, 1);
    assertExplained(besides, "vendor", "It waits for the vendor to approve or fail it.");
  }
}
