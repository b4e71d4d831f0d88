package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.KeptInvariants;
import io.tierhub.support.Together;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import io.tierhub.workflow.ExpireDrafts;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders that their distributor puts together first (design §4.11, §4.14). */
class OrderDraftsIT extends OrderTest {

  @Autowired private ExpireDrafts expireDrafts;

  @BeforeEach
  void theProductValidatesDrafts() {
    capable("{\"cart\": {\"validation\": true}}");
    World.parameter(
        vendor, product, "asset", "ordering", "domain", "\"required\": true, \"min_length\": 3");
  }

  @AfterEach
  void tiersAreAsTheyMustBe() {
    KeptInvariants.requireAll(jdbc);
  }

  @Test
  void aDraftIsAnsweredAsTheOrderThatItWillBe() {
    Api.Answer draft = drafted("u-1");
    assertThat(draft.at("id")).endsWith("-001");
    assertThat(draft.at("status")).isEqualTo("draft");
    assertThat(draft.at("asset.status")).isEqualTo("draft");
    assertThat(draft.at("asset.tiers.tier2.id")).isEqualTo(top);
    assertThat(draft.at("asset.items.0.quantity")).isEqualTo("5");
    for (Company who : List.of(distributor, world.ops())) {
      Api api = who.api();
      assertThat(api.get("/requests/" + draft.at("id")).expect(200).text()).isEqualTo(draft.text());
      assertThat(api.get("/requests?status=draft&id=" + draft.at("id")).expect(200).ids())
          .containsExactly(draft.at("id"));
      assertThat(api.get("/assets?status=draft&id=" + draft.at("asset.id")).expect(200).ids())
          .containsExactly(draft.at("asset.id"));
    }
    assertThat(events(draft.at("id"))).containsExactly("fulfillment_request.created");
    assertThat(
            distributor
                .api()
                .get("/requests/" + draft.at("id") + "/explain")
                .expect(200)
                .at("turn"))
        .isEqualTo("distributor");
  }

  @Test
  void theVendorKnowsNothingOfADraft() {
    Api.Answer draft = drafted("u-1");
    String id = draft.at("id");
    String asset = draft.at("asset.id");
    Api api = vendor.api();
    for (String path :
        List.of(
            "/requests/" + id,
            "/requests/" + id + "/explain",
            "/assets/" + asset,
            "/assets/" + asset + "/requests",
            "/conversations/" + id)) {
      api.get(path).expect(404);
    }
    for (String list :
        List.of("/requests", "/assets", "/queue", "/conversations?instance_id=" + id)) {
      assertThat(api.get(list).expect(200).ids()).as(list).isEmpty();
    }
    for (String count : List.of("/requests?limit=0", "/assets?limit=0", "/queue?limit=0")) {
      assertThat(api.get(count).expect(200).header("Content-Range")).isEqualTo("items 0-0/0");
    }
    for (String action :
        List.of(
            "approve", "inquire", "pend", "assign", "unassign", "validate", "submit", "purchase")) {
      api.post("/requests/" + id + "/" + action, "{}").expect(404);
    }
    api.post("/requests/" + id + "/fail", "{\"reason\": \"No.\"}").expect(404);
    api.put("/requests/" + id, "{\"note\": \"Seen.\"}").expect(404);
    assertThat(ordered("adjustment", asset, vendor).expect(400).at("violations.0.pointer"))
        .as("as an asset that is not there")
        .isEqualTo("/asset/id");
    assertThat(told(id, asset)).as("what the feed tells the vendor").isEmpty();
    assertThat(api.get("/tier/accounts").expect(200).ids()).isEmpty();

    submit(id).expect(200);
    assertThat(api.get("/requests/" + id).expect(200).at("status")).isEqualTo("inquiring");
    assertThat(api.get("/assets/" + asset).expect(200).at("status")).isEqualTo("processing");
    assertThat(told(id, asset)).contains("fulfillment_request.inquiring", "asset.processing");
    assertThat(api.get("/tier/accounts").expect(200).ids())
        .containsExactlyInAnyOrder(customer, reseller, top);
    assertThat(api.get("/conversations/" + id + "/messages").expect(200).at("0.text"))
        .startsWith("Request %s changed from Draft to Inquiring by ".formatted(id));
  }

  @Test
  void withoutTheCapabilityItIsOrderedAtOnce() {
    capable("{\"cart\": {\"validation\": false}}");
    Api.Answer placed = drafted("u-1");
    assertThat(placed.at("status")).isEqualTo("inquiring");
    vendor.api().get("/requests/" + placed.at("id")).expect(200);
    submit(placed.at("id")).expect(400);
  }

  @Test
  void aDraftOfSomethingElseThanADraftOrAnOrderIsRefused() {
    String odd = order("u-1").replaceFirst("\\{", "{\"status\": \"drafft\", ");
    assertThat(distributor.api().post("/requests", odd).expect(400).at("violations.0.pointer"))
        .isEqualTo("/status");
    String pending = order("u-1").replaceFirst("\\{", "{\"status\": \"pending\", ");
    assertThat(distributor.api().post("/requests", pending).expect(201).at("status"))
        .isEqualTo("inquiring");
  }

  @Test
  void nobodyIsInUseByADraft() {
    String id = drafted("u-1").at("id");
    for (String account : List.of(customer, reseller, top)) {
      assertThat(scopes(account)).isEqualTo("[]");
      rename(account);
    }
    assertThat(distributor.api().get("/tier/account-requests").expect(200).ids()).isEmpty();

    submit(id).expect(200);
    assertThat(scopes(customer)).isEqualTo("[\"customer\"]");
    assertThat(scopes(top)).isEqualTo("[\"tier2\"]");
    rename(top);
    assertThat(vendor.api().get("/tier/account-requests").expect(200).json()).hasSize(1);
  }

  @Test
  void aDraftOfAProductThatIsUsedNoMoreRaisesNothing() {
    Api.Answer over = submitted("u-1");
    distributor
        .api()
        .post("/requests/" + over.at("id") + "/fail", "{\"reason\": \"Not wanted.\"}")
        .expect(200);
    drafted("u-2");
    rename(customer);
    assertThat(vendor.api().get("/tier/account-requests").expect(200).ids()).isEmpty();
  }

  @Test
  void aDraftHoldsNoAccountAndCannotBeSubmittedWithoutIt() {
    String id = drafted("u-1").at("id");
    distributor.api().delete("/tier/accounts/" + customer).expect(204);
    Api.Answer refused = submit(id).expect(400);
    assertThat(refused.at("error_code")).isEqualTo("REQ_005");
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/asset/tiers/customer");
    assertThat(refused.at("violations.0.message"))
        .isEqualTo(customer + " was decommissioned since the draft was made.");
    assertThat(status(id)).isEqualTo("draft");
  }

  @Test
  void anAccountOfADraftThatBecameACustomerIsNoTier1() {
    String lonely = World.reseller(distributor, "Lonely", null);
    String tiers =
        "{\"customer\": {\"id\": \"%s\"}, \"tier1\": {\"id\": \"%s\"}}".formatted(customer, lonely);
    String id = draft(order("u-1", tiers)).expect(201).at("id");
    distributor
        .api()
        .put(
            "/tier/accounts/" + lonely,
            "{\"type\": \"customer\", \"parent\": {\"id\": \"%s\"}}".formatted(top))
        .expect(200);
    assertThat(submit(id).expect(400).at("violations.0.pointer")).isEqualTo("/asset/tiers/tier1");
  }

  @Test
  void accountsAreOpenedWithTheDraftAndStayWhenItIsGone() {
    String inline =
        World.accountBody("customer", "New", null)
            .replaceFirst("\\{", "{\"external_uid\": \"new-one\", ");
    String tiers = "{\"customer\": %s, \"tier1\": {\"id\": \"%s\"}}".formatted(inline, reseller);
    Api.Answer draft = draft(order("u-1", tiers)).expect(201);
    String opened = draft.at("asset.tiers.customer.id");
    assertThat(scopes(opened)).isEqualTo("[]");
    vendor.api().get("/tier/accounts/" + opened).expect(404);
    age(draft.at("id"));
    expireDrafts.expire();
    assertThat(distributor.api().get("/tier/accounts/" + opened).expect(200).at("external_uid"))
        .isEqualTo("new-one");
  }

  @Test
  void aSecondOneWithTheSameUidIsAConflictThatNamesTheDraft() {
    Api.Answer first = drafted("u-1");
    for (String body : List.of(asDraft(order("u-1")), order("u-1"))) {
      Api.Answer again = distributor.api().post("/requests", body).expect(409);
      assertThat(again.at("error_code")).isEqualTo("REQ_003");
      assertThat(again.at("params.request_id")).isEqualTo(first.at("id"));
      assertThat(again.at("params.request_status")).isEqualTo("draft");
      assertThat(again.at("params.asset_status")).isEqualTo("draft");
    }
    submit(first.at("id")).expect(200);
    assertThat(draft(order("u-1")).expect(409).at("params.request_status")).isEqualTo("inquiring");
  }

  @Test
  void aDryRunOfADraftKeepsNothing() {
    Api.Answer told =
        distributor.api().post("/requests?dry_run=true", asDraft(order("u-1"))).expect(200);
    assertThat(told.at("response.status")).isEqualTo("draft");
    assertThat(distributor.api().get("/requests").expect(200).ids()).isEmpty();
  }

  @Test
  void valuesAreGivenAndTriedInADraft() {
    String id = drafted("u-1").at("id");
    Api.Answer given = distributor.api().put("/requests/" + id, value("example.org")).expect(200);
    assertThat(given.at("status")).isEqualTo("draft");
    assertThat(given.at("asset.params.0.value")).isEqualTo("example.org");
    assertThat(
            distributor
                .api()
                .get("/assets/" + given.at("asset.id"))
                .expect(200)
                .at("params.0.value"))
        .isEqualTo("example.org");
    assertThat(distributor.api().put("/requests/" + id, value("x")).expect(400).at("error_code"))
        .isEqualTo("VAL_001");

    Api.Answer tried =
        distributor.api().post("/requests/" + id + "/validate", value("x")).expect(200);
    assertThat(tried.at("asset.params.0.value")).isEqualTo("example.org");
    assertThat(tried.at("asset.params.0.value_error")).isNotEmpty();
    Api.Answer refused = submit(id).expect(400);
    assertThat(refused.at("error_code")).isEqualTo("REQ_007");
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/asset/params/domain");
    assertThat(status(id)).isEqualTo("draft");

    distributor.api().post("/requests/" + id + "/validate", value("example.com")).expect(200);
    assertThat(submit(id).expect(200).at("status")).isEqualTo("pending");
    assertThat(told(id, null))
        .as("what was tried was the distributor's own")
        .doesNotContain("fulfillment_request.changed");
    distributor.api().put("/requests/" + id, value("example.net")).expect(400);
  }

  @Test
  void onlyTheDistributorSubmitsItsDraftAndOnlyOnce() {
    String id = drafted("u-1").at("id");
    for (Company stranger : List.of(world.distributor(), world.vendor())) {
      stranger.api().get("/requests/" + id).expect(404);
      stranger.api().post("/requests/" + id + "/submit", "{}").expect(404);
      stranger.api().post("/requests/" + id + "/purchase").expect(404);
      stranger.api().post("/requests/" + id + "/validate", value("example.org")).expect(404);
    }
    world.ops().api().post("/requests/" + id + "/submit", "{}").expect(403);
    distributor.api().post("/requests/PR-0000-0000-0000-001/purchase").expect(404);
    assertThat(
            distributor
                .api()
                .post("/requests/" + id + "/fail", "{\"reason\": \"No.\"}")
                .expect(400)
                .json()
                .path("allowed")
                .toString())
        .isEqualTo("[\"submit\"]");

    assertThat(distributor.api().post("/requests/" + id + "/purchase").expect(200).at("status"))
        .as("the domain is missing")
        .isEqualTo("inquiring");
    assertThat(submit(id).expect(400).at("error_code")).isEqualTo("REQ_001");
    assertThat(events(id))
        .containsExactly("fulfillment_request.created", "fulfillment_request.inquiring");
  }

  @Test
  void everythingThatStandsInTheWayIsSaidAtOnce() {
    String id = drafted("u-1").at("id");
    distributor.api().post("/requests/" + id + "/validate", value("x")).expect(200);
    distributor.api().delete("/tier/accounts/" + customer).expect(204);
    vendor
        .api()
        .put(
            "/products/%s/connections/%s".formatted(product, connection),
            "{\"status\": \"revoked\"}")
        .expect(200);
    Api.Answer refused = submit(id).expect(400);
    assertThat(pointers(refused))
        .isEqualTo("/asset/connection/id /asset/tiers/customer /asset/params/domain");
    assertThat(refused.at("violations.0.message"))
        .isEqualTo(connection + " is not active any more: nothing can be asked through it.");
  }

  @Test
  void aDraftOfWhatIsNotOnSaleAnyMoreIsNotSubmitted() {
    String id = drafted("u-1").at("id");
    jdbc.update("update product set status = 'endofsale' where id = ?", product);
    Api.Answer refused = submit(id).expect(400);
    assertThat(refused.at("error_code")).isEqualTo("PRD_001");
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/asset/product/id");
  }

  @Test
  void whatTheTiersNeedIsSettledWhenItIsSubmitted() {
    String id = drafted("u-1").at("id");
    capable("{\"tiers\": {\"configs\": {\"level\": 1}}}");
    World.requires(vendor, product, "tier1", "ordering", "language");
    assertThat(vendor.api().get("/tier/configs").expect(200).ids())
        .as("a draft begins nothing")
        .isEmpty();

    Api.Answer parked = submit(id).expect(200);
    assertThat(parked.at("status")).isEqualTo("tiers_setup");
    assertThat(parked.at("tier_configurations.0.account.id")).isEqualTo(reseller);
    String setup = parked.at("tier_configurations.0.open_request.id");

    Api.Answer next = submitted("u-2");
    assertThat(next.at("status")).as("it joins the setup").isEqualTo("tiers_setup");
    assertThat(next.at("tier_configurations.0.open_request.id")).isEqualTo(setup);

    String waiting = drafted("u-3").at("id");
    distributor
        .api()
        .put(
            "/tier/config-requests/" + setup,
            "{\"params\": [{\"id\": \"language\", \"value\": \"no\"}]}")
        .expect(200);
    distributor.api().post("/tier/config-requests/" + setup + "/pend").expect(204);
    vendor.api().post("/tier/config-requests/" + setup + "/approve").expect(200);
    assertThat(status(id)).isEqualTo("inquiring");
    assertThat(status(waiting)).as("a draft waits for nothing").isEqualTo("draft");
    assertThat(submit(waiting).expect(200).at("status")).isEqualTo("inquiring");
  }

  @Test
  void whileItsTierIsBeingApprovedADraftIsParkedOrNotButNeverStranded() throws Exception {
    capable("{\"tiers\": {\"configs\": {\"level\": 1}}}");
    World.requires(vendor, product, "tier1", "fulfillment", "partner");
    for (int round = 0; round < 8; round++) {
      String shop = World.reseller(distributor, "Shop " + round, null);
      String buyer = World.customer(distributor, "Buyer " + round, shop);
      String tiers = "{\"customer\": {\"id\": \"%s\"}}".formatted(buyer);
      Api.Answer first =
          distributor.api().post("/requests", order("first-" + round, tiers)).expect(201);
      String setup = first.at("tier_configurations.0.open_request.id");
      vendor
          .api()
          .put(
              "/tier/config-requests/" + setup,
              "{\"params\": [{\"id\": \"partner\", \"value\": \"p\"}]}")
          .expect(200);
      String id = draft(order("draft-" + round, tiers)).expect(201).at("id");
      List<Api.Answer> answers =
          Together.together(
              List.of(
                  () -> submit(id),
                  () -> vendor.api().post("/tier/config-requests/" + setup + "/approve")));
      assertThat(answers).extracting(Api.Answer::status).containsOnly(200);
      assertThat(status(id)).isEqualTo("inquiring");
    }
  }

  @Test
  void ofTwoSubmissionsAtOnceOneWins() throws Exception {
    for (int round = 0; round < 8; round++) {
      String id = drafted("u-" + round).at("id");
      List<Callable<Api.Answer>> twice = List.of(() -> submit(id), () -> submit(id));
      assertThat(Together.together(twice))
          .extracting(Api.Answer::status)
          .containsExactlyInAnyOrder(200, 400);
      assertThat(events(id))
          .containsExactly("fulfillment_request.created", "fulfillment_request.inquiring");
    }
  }

  @Test
  void aDraftThatNobodySubmitsIsGoneAfterAWeekWithItsAsset() {
    Api.Answer young = drafted("u-1");
    Api.Answer old = drafted("u-2");
    Api.Answer placed = submitted("u-3");
    age(old.at("id"));
    age(placed.at("id"));
    expireDrafts.expire();
    distributor.api().get("/requests/" + old.at("id")).expect(404);
    distributor.api().get("/assets/" + old.at("asset.id")).expect(404);
    submit(old.at("id")).expect(404);
    assertThat(events(old.at("id")))
        .containsExactly("fulfillment_request.created", "fulfillment_request.expired");
    assertThat(told(old.at("id"), null)).isEmpty();
    submit(young.at("id")).expect(200);
    distributor.api().get("/requests/" + placed.at("id")).expect(200);
    assertThat(drafted("u-2").at("id")).as("its uid is free").isNotEqualTo(old.at("id"));
    KeptInvariants.requireAll(jdbc);
  }

  @Test
  void whoComesWhileADraftExpiresFindsItOrNot() throws Exception {
    for (int round = 0; round < 8; round++) {
      String id = drafted("u-" + round).at("id");
      age(id);
      List<Callable<Integer>> both =
          List.of(() -> submit(id).status(), () -> expireDrafts.expire());
      assertThat(Together.together(both).getFirst()).isIn(200, 404);
    }
  }

  private void capable(String capabilities) {
    vendor
        .api()
        .put("/products/" + product, "{\"capabilities\": %s}".formatted(capabilities))
        .expect(200);
  }

  private static String asDraft(String order) {
    return order.replaceFirst("\\{", "{\"status\": \"draft\", ");
  }

  private Api.Answer draft(String order) {
    return distributor.api().post("/requests", asDraft(order));
  }

  private Api.Answer drafted(String externalUid) {
    return draft(order(externalUid)).expect(201);
  }

  private Api.Answer submitted(String externalUid) {
    return submit(drafted(externalUid).at("id")).expect(200);
  }

  private Api.Answer submit(String id) {
    return distributor.api().post("/requests/" + id + "/submit", "{}");
  }

  private String status(String id) {
    return distributor.api().get("/requests/" + id).expect(200).at("status");
  }

  private static Api.Answer ordered(String type, String asset, Company who) {
    return who.api()
        .post(
            "/requests", "{\"type\": \"%s\", \"asset\": {\"id\": \"%s\"}}".formatted(type, asset));
  }

  private static String value(String domain) {
    return "{\"asset\": {\"params\": [{\"id\": \"domain\", \"value\": \"%s\"}]}}".formatted(domain);
  }

  private void rename(String account) {
    String name = "Renamed " + System.nanoTime();
    distributor
        .api()
        .put("/tier/accounts/" + account, "{\"name\": \"%s\"}".formatted(name))
        .expect(200);
  }

  private void age(String request) {
    jdbc.update(
        "update fulfillment_request set updated_at = updated_at - interval '8 days' where id = ?",
        request);
  }

  private static String pointers(Api.Answer refused) {
    return refused
        .json()
        .path("violations")
        .valueStream()
        .map(one -> one.path("pointer").asString())
        .collect(Collectors.joining(" "));
  }

  /** The types of what is told the vendor of a request and its asset. */
  private List<String> told(String request, String asset) {
    return jdbc.queryForList(
        "select type from (select id, type, subject, vendor_id from outbox union all select"
            + " event_id, type, subject, vendor_id from feed) e where vendor_id = ? and subject in"
            + " (?, ?) order by id",
        String.class,
        vendor.id(),
        request,
        asset);
  }
}
