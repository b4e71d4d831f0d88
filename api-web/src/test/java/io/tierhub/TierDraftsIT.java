package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.KeptInvariants;
import io.tierhub.support.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft is put together at leisure: errors come and go, and the world around it may change. */
class TierDraftsIT extends TierTest {

  private static final String REQUESTS = "/tier/config-requests/";

  @BeforeEach
  void aProductThatValidatesDrafts() {
    World.parameter(vendor, product, "tier2", "ordering", "code", "\"max_length\": 5");
    vendor
        .api()
        .put("/products/" + product, "{\"capabilities\": {\"tiers\": {\"validation\": true}}}")
        .expect(200);
  }

  @Test
  void whoTakesAWrongValueBackIsRidOfItsError() {
    String id = draft(2, top);
    give(id, "tier2_ordering", "emea");
    give(id, "code", "right");
    assertThat(tried(id, "code", "much too long")).isNotEmpty();
    assertThat(tried(id, "code", "right")).as("what it holds is right").isEmpty();
    assertThat(tried(id, "code", "much too long")).isNotEmpty();
    give(id, "code", "right");
    assertThat(submit(id).expect(200).at("status")).isEqualTo("pending");
  }

  @Test
  void whatNeedNotBeGivenIsLeftOutAfterAll() {
    String id = draft(2, top);
    give(id, "tier2_ordering", "emea");
    assertThat(tried(id, "code", "much too long")).isNotEmpty();
    submit(id).expect(400);
    give(id, "code", "");
    assertThat(submit(id).expect(200).at("status")).isEqualTo("pending");
  }

  /** Unlike a draft's, these errors are the vendor's, and the vendor's to take away. */
  @Test
  void anErrorOfTheVendorStaysUntilThereIsAnotherValue() {
    String id = submitted();
    vendor
        .api()
        .put(
            REQUESTS + id,
            "{\"params\": [{\"id\": \"tier2_ordering\", \"value_error\": \"Not a region.\"}]}")
        .expect(200);
    vendor.api().post(REQUESTS + id + "/inquire").expect(204);
    assertThat(tried(id, "tier2_ordering", "emea")).isEqualTo("Not a region.");
    assertThat(tried(id, "tier2_ordering", "apac")).isEmpty();
  }

  @Test
  void nothingIsSetUpForAResellerThatIsGone() {
    String lonely = World.reseller(distributor, "Lonely", null);
    String id = draft(2, lonely);
    distributor.api().delete("/tier/accounts/" + lonely).expect(204);
    Api.Answer refused = submit(id).expect(400);
    assertThat(refused.at("error_code")).isEqualTo("REQ_005");
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/configuration/account/id");
    assertThat(refused.at("violations.0.message")).isEqualTo(lonely + " is decommissioned.");
  }

  @Test
  void whatIsNotOfferedAnyMoreIsNotSetUp() {
    String id = draft(2, top);
    vendor.api().post("/products/" + product + "/endsale").expect(200);
    assertThat(submit(id).expect(400).at("error_code")).isEqualTo("PRD_001");
    vendor.api().post("/products/" + product + "/resumesale").expect(200);
    vendor
        .api()
        .put(
            "/products/" + product,
            "{\"capabilities\": {\"tiers\": {\"configs\": {\"level\": 1}}}}")
        .expect(200);
    assertThat(submit(id).expect(400).at("error_code")).isEqualTo("TCR_006");
    KeptInvariants.requireAll(jdbc);
  }

  @Test
  void whatOnlyADraftHasBegunTheVendorDoesNotSee() {
    String id = draft(2, top);
    String configuration = distributor.api().get(REQUESTS + id).at("configuration.id");
    distributor.api().get("/tier/configs/" + configuration).expect(200);
    vendor.api().get("/tier/configs/" + configuration).expect(404);
    assertThat(vendor.api().get("/tier/configs").expect(200).ids()).isEmpty();
    assertThat(vendor.api().get("/feed?limit=1000").expect(200).text())
        .doesNotContain(configuration);
    give(id, "tier2_ordering", "emea");
    submit(id).expect(200);
    vendor.api().get("/tier/configs/" + configuration).expect(200);
  }

  private String draft(int level, String account) {
    Api.Answer draft =
        distributor
            .api()
            .post(
                "/tier/config-requests",
                """
                {"status": "draft",
                 "configuration": {"product": {"id": "%s"}, "account": {"id": "%s"},
                                   "tier_level": %d}}
                """
                    .formatted(product, account, level))
            .expect(201);
    assertThat(draft.at("status")).isEqualTo("draft");
    return draft.at("id");
  }

  private String submitted() {
    String id = draft(2, top);
    give(id, "tier2_ordering", "emea");
    submit(id).expect(200);
    return id;
  }

  private void give(String id, String name, String value) {
    distributor.api().put(REQUESTS + id, params(name, value)).expect(200);
  }

  /** What is wrong with the parameter once that value was tried. */
  private String tried(String id, String name, String value) {
    Api.Answer tried =
        distributor.api().post(REQUESTS + id + "/validate", params(name, value)).expect(200);
    return tried
        .json()
        .path("params")
        .valueStream()
        .filter(param -> param.path("id").asString().equals(name))
        .map(param -> param.path("value_error").asString())
        .findFirst()
        .orElse("");
  }

  private Api.Answer submit(String id) {
    return distributor.api().post(REQUESTS + id + "/submit", "{}");
  }
}
