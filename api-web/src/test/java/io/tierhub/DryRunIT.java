package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A rehearsal tells what would follow, and nothing does. That every write can be rehearsed is tried
 * by DescribedCallsIT.
 */
class DryRunIT extends TierTest {

  private static final String RUN = "?dry_run=true";

  private static List<String> effect(Api.Answer told, String name) {
    return told.json().at("/effects/" + name).valueStream().map(one -> one.asString()).toList();
  }

  private static List<String> raised(Api.Answer told) {
    return told.json()
        .at("/effects/requests_raised")
        .valueStream()
        .map(one ->
            one.path("id").asString().replaceFirst("-.*", "") + " " + one.path("status").asString())
        .toList();
  }

  private int mailsAbout(String request) {
    return jdbc.queryForObject(
        "select count(*) from mail where request_id = ?", Integer.class, request);
  }

  private String tierRequest(String account, int level) {
    return tierRequestOf(account, level).at("id");
  }

  @Test
  void anOrderTellsWhatItWouldWaitForAndWhoWouldBeAsked() {
    Api.Answer told =
        distributor
            .api()
            .post("/requests" + RUN, World.purchaseBody(product, customer))
            .expect(200);
    assertThat(told.at("response.status")).isEqualTo("tiers_setup");
    assertThat(raised(told))
        .containsExactlyInAnyOrder("PR tiers_setup", "TCR tiers_setup", "TCR inquiring");
    assertThat(effect(told, "parked")).hasSize(2).contains(told.at("response.id"));
    assertThat(effect(told, "released")).isEmpty();
    assertThat(effect(told, "mails"))
        .singleElement()
        .satisfies(asked -> assertThat(mailsAbout(asked)).isZero());
    assertThat(distributor.api().get("/requests").expect(200).ids()).isEmpty();
    assertThat(distributor.api().get("/tier/config-requests").expect(200).ids()).isEmpty();
  }

  @Test
  void anApprovalTellsWhatItWouldRelease() {
    String order = orderOf(customer);
    setUp(top, 2);
    String last = tierRequest(reseller, 1);
    answer(last, "tier1");
    vendor
        .api()
        .put("/tier/config-requests/" + last, params("tier1_fulfillment", "given"))
        .expect(200);
    Api.Answer told =
        vendor.api().post("/tier/config-requests/" + last + "/approve" + RUN).expect(200);
    assertThat(told.json().at("/response/template").has("id")).isTrue();
    assertThat(effect(told, "released")).containsExactly(order);
    assertThat(effect(told, "parked")).isEmpty();
    assertThat(statusOf(last)).isEqualTo("pending");
    assertThat(statusOf(order)).isEqualTo("tiers_setup");
  }

  @Test
  void aFailureReleasesNothing() {
    String order = orderOf(customer);
    String first = tierRequest(top, 2);
    Api.Answer told =
        distributor
            .api()
            .post("/tier/config-requests/" + first + "/fail" + RUN, "{\"reason\": \"No.\"}")
            .expect(200);
    assertThat(told.json().has("response")).as("nothing is answered").isFalse();
    assertThat(effect(told, "released")).isEmpty();
    assertThat(told.json().at("/effects/events").valueStream().map(e -> e.path("type").asString()))
        .contains("tier_config_request.failed", "fulfillment_request.failed");
    assertThat(statusOf(order)).isEqualTo("tiers_setup");
  }

  @Test
  void nobodyIsMailed() {
    orderOf(customer);
    String asked = tierRequest(top, 2);
    answer(asked, "tier2");
    int before = mailsAbout(asked);
    Api.Answer told =
        vendor.api().post("/tier/config-requests/" + asked + "/inquire" + RUN).expect(200);
    assertThat(effect(told, "mails")).containsExactly(asked);
    assertThat(mailsAbout(asked)).isEqualTo(before);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from scheduled_tasks where task_instance = ?",
                Integer.class,
                asked + "." + (before + 1)))
        .isZero();
    assertThat(statusOf(asked)).isEqualTo("pending");
  }

  @Test
  void noSecretIsDrawn() {
    Api api = distributor.api();
    Api.Answer made = api.post("/auth/tokens" + RUN, "{\"name\": \"N\"}").expect(200);
    assertThat(made.at("response.name")).isEqualTo("N");
    assertThat(made.json().path("response").has("token")).isFalse();
    List<String> tokens = api.get("/auth/tokens").expect(200).ids();
    assertThat(tokens).hasSize(1);
    Api.Answer rotated =
        api.post("/auth/tokens/" + tokens.getFirst() + "/rotate" + RUN).expect(200);
    assertThat(rotated.json().path("response").has("token")).isFalse();
    api.post("/auth/tokens/" + tokens.getFirst() + "/deactivate" + RUN).expect(200);
    api.get("/me").expect(200);
  }

  @Test
  void anEndTellsWhatWouldHoldItAndWhatItWouldTell() {
    String free = World.reseller(distributor, "Free", null);
    Api.Answer told = distributor.api().delete("/tier/accounts/" + free + RUN).expect(200);
    assertThat(told.json().at("/effects/events/0/type").asString())
        .isEqualTo("tier_account.decommissioned");
    distributor.api().get("/tier/accounts/" + free).expect(200);
    Api.Answer held = distributor.api().delete("/tier/accounts/" + top + RUN).expect(400);
    assertThat(held.at("error_code")).as("as the real call").isEqualTo("TA_009");
  }

  @Test
  void whoComesWithACodeIsToldTheAnswerAlone() {
    orderOf(customer);
    Api.Answer asked = tierRequestOf(top, 2);
    String link = asked.at("activation.link");
    String path =
        "/tier/config-requests/%s/pend?code=%s&dry_run=true"
            .formatted(asked.at("id"), link.substring(link.lastIndexOf('/') + 1));
    Api.Answer told = api().post(path, params("tier2_ordering", "tried")).expect(200);
    assertThat(told.text()).isEqualTo("{\"dry_run\":true}");
    assertThat(statusOf(asked.at("id"))).isEqualTo("inquiring");
    api().post(path, params("no_such", "tried")).expect(400);
  }
}
