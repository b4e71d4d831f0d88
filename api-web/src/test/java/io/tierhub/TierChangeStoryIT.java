package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was set up is changed: by the distributor, by the vendor, or in vain. */
class TierChangeStoryIT extends TierTest {

  private static final String COMPLETE = "It waits for the vendor to approve or fail it.";

  private String configuration;

  @BeforeEach
  void aResellerThatIsSetUp() {
    orderOf(customer);
    setUp(top, 2);
    setUp(reseller, 1);
    configuration = tierRequestOf(reseller, 1).at("configuration.id");
  }

  @Test
  void anUpdateHoldsOnceTheVendorApprovesIt() {
    String update = raised("update", "tier1_ordering", "moved");
    assertExplained(update, "vendor", COMPLETE);
    assertThat(vendorsTurn()).contains(update);
    assertThat(held("tier1_ordering")).isEqualTo("asked");
    vendor.api().post("/tier/config-requests/" + update + "/approve").expect(200);
    assertExplained(update, "nobody", "The vendor approved it.");
    assertThat(held("tier1_ordering")).isEqualTo("moved");
    assertThat(held("tier1_fulfillment")).as("what was not named stays").isEqualTo("given");
    assertThat(vendorsTurn()).doesNotContain(update);
  }

  @Test
  void aFailedUpdateChangesNothing() {
    String update = raised("update", "tier1_ordering", "moved");
    String order = orderOf(World.customer(distributor, "Second", reseller));
    assertThat(statusOf(order)).as("updates park nothing").isEqualTo("pending");
    assertExplained(update, "vendor", COMPLETE);
    assertExplained(order, "vendor", COMPLETE);
    Api.Answer before = distributor.api().get("/tier/configs/" + configuration).expect(200);
    assertThat(before.at("open_request.id")).isEqualTo(update);
    fail(vendor, update, "Not before the audit.");
    assertExplained(update, "nobody", "It failed: Not before the audit.");
    Api.Answer after = distributor.api().get("/tier/configs/" + configuration).expect(200);
    assertThat(after.at("status")).isEqualTo("active");
    assertThat(after.json().has("open_request")).isFalse();
    assertThat(after.json().path("params")).isEqualTo(before.json().path("params"));
    assertThat(after.json().path("template")).isEqualTo(before.json().path("template"));
    assertExplained(order, "vendor", COMPLETE);
  }

  @Test
  void theVendorAdjustsWhatTheResellerSaid() {
    Api.Answer refused =
        distributor
            .api()
            .post("/tier/config-requests", change("adjustment", "tier1_ordering", "x"))
            .expect(403);
    assertThat(refused.at("detail")).isEqualTo("Only vendors adjust.");
    String adjustment =
        vendor
            .api()
            .post("/tier/config-requests", change("adjustment", "tier1_ordering", "corrected"))
            .expect(201)
            .at("id");
    assertExplained(adjustment, "vendor", COMPLETE);
    vendor.api().post("/tier/config-requests/" + adjustment + "/approve").expect(200);
    assertExplained(adjustment, "nobody", "The vendor approved it.");
    assertThat(held("tier1_ordering")).isEqualTo("corrected");
  }

  @Test
  void anUpdateIsAskedForMoreLikeASetup() {
    String update = raised("update", "tier1_ordering", "moved");
    String path = "/tier/config-requests/" + update;
    vendor
        .api()
        .put(
            path,
            "{\"params\": [{\"id\": \"tier1_ordering\", \"value_error\": \"Moved whereto?\"}]}")
        .expect(200);
    vendor.api().post(path + "/inquire").expect(204);
    Api.Answer asked = explained(update);
    assertThat(asked.at("turn")).isEqualTo("reseller");
    assertThat(asked.at("sentence"))
        .isEqualTo("Reseller (%s) is asked for tier1_ordering.".formatted(reseller));
    assertThat(asked.at("missing.0.error")).isEqualTo("Moved whereto?");
    answer(update, "tier1");
    assertExplained(update, "vendor", COMPLETE);
    vendor.api().post(path + "/approve").expect(200);
    assertExplained(update, "nobody", "The vendor approved it.");
  }

  private String raised(String type, String name, String value) {
    Api.Answer raised =
        distributor.api().post("/tier/config-requests", change(type, name, value)).expect(201);
    assertThat(raised.at("status")).isEqualTo("pending");
    assertThat(raised.at("configuration.status")).as("all the while").isEqualTo("active");
    return raised.at("id");
  }

  private String change(String type, String name, String value) {
    return """
    {"type": "%s", "configuration": {"id": "%s"}, "params": [{"id": "%s", "value": "%s"}]}
    """
        .formatted(type, configuration, name, value);
  }

  private String held(String name) {
    return distributor
        .api()
        .get("/tier/configs/" + configuration)
        .expect(200)
        .json()
        .path("params")
        .valueStream()
        .filter(param -> param.path("id").asString().equals(name))
        .findFirst()
        .orElseThrow()
        .path("value")
        .asString();
  }
}
