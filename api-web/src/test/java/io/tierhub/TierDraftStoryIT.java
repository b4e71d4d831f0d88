package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A distributor puts a tier request together before the vendor sees it. */
class TierDraftStoryIT extends TierTest {

  private static final String REQUESTS = "/tier/config-requests";
  private static final String DRAFTED = "It is a draft; its distributor submits it.";

  private String draft;

  @BeforeEach
  void aDraftOfASetup() {
    World.parameter(vendor, product, "tier2", "ordering", "code", "\"min_length\": 3");
    vendor
        .api()
        .put("/products/" + product, "{\"capabilities\": {\"tiers\": {\"validation\": true}}}")
        .expect(200);
    draft =
        distributor
            .api()
            .post(
                REQUESTS,
                """
                {"type": "setup", "status": "draft",
                 "configuration": {"product": {"id": "%s"}, "account": {"id": "%s"}, "tier_level": 2},
                 "params": []}
                """
                    .formatted(product, top))
            .expect(201)
            .at("id");
  }

  @Test
  void valuesAreTriedMendedAndSubmitted() {
    assertExplained(draft, "distributor", DRAFTED, "tier2_ordering", "tier2_fulfillment");
    assertThat(vendor.api().get("/queue").expect(200).ids()).as("not yet the vendor's").isEmpty();

    Api.Answer tried =
        distributor
            .api()
            .post(REQUESTS + "/" + draft + "/validate", params("code", "x"))
            .expect(200);
    String error = tried.at("params.0.value_error");
    assertThat(error).contains("at least 3 characters");
    Api.Answer why = explained(draft);
    assertThat(why.at("missing.2.id")).isEqualTo("code");
    assertThat(why.at("missing.2.error")).isEqualTo(error);

    Api.Answer refused = distributor.api().post(REQUESTS + "/" + draft + "/submit").expect(400);
    assertThat(refused.at("error_code")).isEqualTo("TCR_003");
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/params/code");
    assertThat(statusOf(draft)).isEqualTo("draft");

    distributor.api().post(REQUESTS + "/" + draft + "/validate", params("code", "abcd"));
    distributor.api().put(REQUESTS + "/" + draft, params("tier2_ordering", "emea")).expect(200);
    Api.Answer submitted = distributor.api().post(REQUESTS + "/" + draft + "/submit").expect(200);
    assertThat(submitted.at("status")).isEqualTo("pending");
    assertThat(vendorsTurn()).containsExactly(draft);
    assertExplained(
        draft,
        "vendor",
        "It waits for the vendor, who needs tier2_fulfillment before it can approve.",
        "tier2_fulfillment");
    approve(draft, "tier2");
    assertExplained(draft, "nobody", "The vendor approved it.");
  }

  @Test
  void whatIsSubmittedIncompleteIsAskedFor() {
    Api.Answer submitted = distributor.api().post(REQUESTS + "/" + draft + "/submit").expect(200);
    assertThat(submitted.at("status")).isEqualTo("inquiring");
    assertExplained(
        draft,
        "reseller",
        "Top (%s) is asked for tier2_ordering.".formatted(top),
        "tier2_ordering",
        "tier2_fulfillment");
    String order = orderOf(customer);
    assertThat(explained(order).at("waits_for.0.request.id"))
        .as("the order joins it")
        .isEqualTo(draft);
  }
}
