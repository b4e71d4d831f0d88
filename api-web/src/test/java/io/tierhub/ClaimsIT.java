package io.tierhub;

import static io.tierhub.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is pending is shared out among a vendor's workers. */
class ClaimsIT extends OrderTest {

  private static final String ORDERS = "/requests/claim";

  private List<String> orders;

  @BeforeEach
  void fiveOrdersArePending() {
    orders = IntStream.range(0, 5).mapToObj(i -> placed("uid-" + i).at("id")).toList();
  }

  private Api.Answer claim(String query) {
    return vendor.api().post(ORDERS + query, "{}").expect(200);
  }

  private static List<String> claimed(Api.Answer answer) {
    return answer
        .json()
        .path("requests")
        .valueStream()
        .map(one -> one.path("id").asString())
        .toList();
  }

  private static Api.Answer under(
      String lease, Company who, String method, String path, String body) {
    return who.api()
        .send(
            call ->
                call.header("X-Lease", lease)
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body)),
            path);
  }

  private Api.Answer approve(String lease, String order) {
    return under(lease, vendor, "POST", "/requests/" + order + "/approve", "{}");
  }

  private void end(String lease) {
    jdbc.update(
        "update request_claim set expires_at = now() - interval '1 s' where lease_id = ?", lease);
  }

  private static void assertLost(Api.Answer answer) {
    assertThat(answer.expect(409).at("error_code")).isEqualTo("LSE_001");
  }

  @Test
  void theOldestAreClaimedAndNobodyElseGetsThemUntilTheLeaseEnds() {
    Api.Answer first = claim("?limit=2");
    assertThat(claimed(first)).isEqualTo(orders.subList(0, 2));
    assertThat(first.json().path("requests").get(0))
        .as("as a GET answers it")
        .isEqualTo(vendor.api().get("/requests/" + orders.getFirst()).expect(200).json());
    assertThat(claimed(claim("?limit=2"))).isEqualTo(orders.subList(2, 4));
    assertThat(claimed(claim(""))).isEqualTo(orders.subList(4, 5));
    Api.Answer none = claim("");
    assertThat(none.text()).isEqualTo("{\"requests\":[]}");
    assertThat(vendor.api().get("/requests?status=pending").expect(200).ids()).isEqualTo(orders);
    end(first.at("lease"));
    Api.Answer again = claim("");
    assertThat(claimed(again)).isEqualTo(orders.subList(0, 2));
    assertLost(approve(first.at("lease"), orders.getFirst()));
    approve(again.at("lease"), orders.getFirst()).expect(200);
  }

  @Test
  void aFilterChoosesWhatIsClaimed() {
    assertThat(claimed(claim("?asset.external_uid=uid-3"))).containsExactly(orders.get(3));
    assertThat(claimed(claim("?in(id,(%s,%s))".formatted(orders.get(1), orders.get(3)))))
        .containsExactly(orders.get(1));
    assertThat(claimed(claim("?asset.product.name=None"))).isEmpty();
    assertThat(claimed(claim("?status=approved"))).as("claims are of what is pending").isEmpty();
    assertThat(claimed(claim("?asset.connection.hub.id=" + hub)))
        .containsExactly(orders.get(0), orders.get(2), orders.get(4));
  }

  @Test
  void whatIsWrongIsToldAtOnceAndClaimsNothing() {
    Api.Answer refused =
        vendor.api().post(ORDERS + "?ordering=-created&offset=2", "{}").expect(400);
    assertThat(refused.at("error_code")).isEqualTo("VAL_002");
    assertThat(refused.json().path("violations")).hasSize(2);
    vendor.api().post(ORDERS + "?statsu=pending", "{}").expect(400);
    vendor.api().post(ORDERS + "?cursor=abc", "{}").expect(400);
    for (String body : List.of("{\"seconds\": 0}", "{\"seconds\": 3601}", "{\"second\": 5}")) {
      vendor.api().post(ORDERS, body).expect(400);
    }
    assertThat(claimed(claim(""))).isEqualTo(orders);
  }

  @Test
  void onlyTheVendorClaimsAndOnlyWhatIsItsOwn() {
    for (Company other : List.of(distributor, world.ops())) {
      other.api().post(ORDERS, "{}").expect(403);
    }
    Company stranger = world.vendor();
    assertThat(claimed(stranger.api().post(ORDERS, "{}").expect(200))).isEmpty();
    String lease = claim("").at("lease");
    for (Company other : List.of(stranger, distributor)) {
      other.api().get("/leases/" + lease).expect(404);
      other.api().post("/leases/" + lease + "/renew", "{}").expect(404);
      other.api().post("/leases/" + lease + "/release", "{}").expect(404);
    }
    world.ops().api().get("/leases/" + lease).expect(200);
    world.ops().api().post("/leases/" + lease + "/release", "{}").expect(403);
    under(lease, stranger, "POST", "/requests/" + orders.getFirst() + "/approve", "{}").expect(404);
    assertThat(vendor.api().get("/leases/" + lease).expect(200).json().path("requests")).hasSize(5);
  }

  @Test
  void aLeaseIsRenewedAndGivenBackWholeOrInPart() {
    Api.Answer first = vendor.api().post(ORDERS, "{\"seconds\": 60}").expect(200);
    String lease = "/leases/" + first.at("lease");
    Api.Answer renewed = vendor.api().post(lease + "/renew", "{\"seconds\": 3000}").expect(200);
    assertThat(OffsetDateTime.parse(renewed.at("expires_at")))
        .isAfter(OffsetDateTime.parse(first.at("expires_at")).plusSeconds(2000));
    assertThat(renewed.json()).isEqualTo(vendor.api().get(lease).expect(200).json());
    String part = "{\"requests\": [\"%s\"]}";
    vendor.api().post(lease + "/release", part.formatted(orders.get(1))).expect(204);
    Api.Answer twice =
        vendor.api().post(lease + "/release", part.formatted(orders.get(1))).expect(400);
    assertThat(twice.pointers()).containsExactly("/requests/0");
    assertThat(claimed(claim(""))).containsExactly(orders.get(1));
    assertLost(approve(first.at("lease"), orders.get(1)));
    vendor.api().post(lease + "/release", "{}").expect(204);
    vendor.api().post(lease + "/release", "{}").expect(404);
    vendor.api().post(lease + "/renew", "{}").expect(404);
    assertThat(claimed(claim(""))).hasSize(4).doesNotContain(orders.get(1));
  }

  @Test
  void whatIsPendingNoMoreLeavesTheLeaseAndIsFreeOnceItIsPendingAgain() {
    String lease = claim("?limit=2").at("lease");
    approve(lease, orders.get(0)).expect(200);
    assertThat(vendor.api().get("/leases/" + lease).expect(200).json().path("requests")).hasSize(1);
    // Not by the worker, and without a lease.
    vendor.api().post("/requests/" + orders.get(1) + "/inquire").expect(200);
    vendor.api().get("/leases/" + lease).expect(404);
    distributor.api().post("/requests/" + orders.get(1) + "/pend").expect(200);
    assertThat(claimed(claim("?limit=1"))).containsExactly(orders.get(1));
    assertLost(approve(lease, orders.get(1)));
  }

  @Test
  void whoeverKnowsOfNoClaimsGoesOnAsEver() {
    claim("");
    vendor.api().post("/requests/" + orders.get(0) + "/approve").expect(200);
    vendor.api().post("/requests/" + orders.get(1) + "/fail", "{\"reason\": \"No.\"}").expect(200);
    assertThat(vendor.api().get("/requests/" + orders.get(2)).expect(200).text())
        .as("Connect's shapes stay as they are")
        .doesNotContain("lease", "LE-");
  }

  @Test
  void everyChangeOfARequestHeedsALeaseAndNothingElseTakesOne() {
    String order = "/requests/" + orders.getFirst();
    String lease = claim("?limit=1").at("lease");
    String other = "LE-0000-0000-0000";
    for (String action : List.of("approve", "inquire", "assign", "unassign")) {
      assertLost(under(other, vendor, "POST", order + "/" + action, "{}"));
    }
    assertLost(under(other, vendor, "POST", order + "/fail", "{\"reason\": \"No.\"}"));
    assertLost(under(other, vendor, "PUT", order, "{}"));
    under(lease, vendor, "PUT", order, "{\"note\": \"Mine.\"}").expect(200);
    under(lease, vendor, "POST", order + "/assign", "{}").expect(200);
    assertLost(under(lease, vendor, "POST", "/requests/" + orders.get(1) + "/approve", "{}"));
    under("mine", vendor, "POST", order + "/approve", "{}").expect(400);
    under(lease, vendor, "POST", ORDERS, "{}").expect(400);
    under(lease, vendor, "PUT", "/products/" + product, "{}").expect(400);
    under(lease, vendor, "POST", "/requests/PR-0000-0000-0000-001/approve", "{}").expect(404);
    under(lease, vendor, "POST", order + "/approve?dry_run=true", "{}").expect(200);
    under(lease, vendor, "POST", order + "/approve", "{}").expect(200);
  }

  @Test
  void aRehearsedClaimHoldsNothingAndARepeatedOneIsAnsweredTheSame() {
    Api.Answer rehearsed = claim("?dry_run=true");
    assertThat(rehearsed.json().path("response").path("requests")).hasSize(5);
    Api.Answer first = vendor.api().keyed("k-1", "POST", ORDERS + "?limit=2", "{}").expect(200);
    Api.Answer again = vendor.api().keyed("k-1", "POST", ORDERS + "?limit=2", "{}").expect(200);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(claimed(claim(""))).isEqualTo(orders.subList(2, 5));
  }

  @Test
  void accountRequestsAndTierRequestsAreClaimedAlike() {
    distributor.api().put("/tier/accounts/" + customer, "{\"name\": \"Second\"}").expect(200);
    distributor.api().put("/tier/accounts/" + reseller, "{\"name\": \"Third\"}").expect(200);
    String accounts = "/tier/account-requests";
    List<String> pending = vendor.api().get(accounts + "?status=pending").expect(200).ids();
    Api.Answer both = vendor.api().post(accounts + "/claim", "{}").expect(200);
    assertThat(claimed(both)).hasSize(2).isEqualTo(pending);
    String first = accounts + "/" + pending.getFirst();
    assertLost(under("LE-0000-0000-0000", vendor, "POST", first + "/accept", "{}"));
    under(both.at("lease"), vendor, "POST", first + "/accept", "{}").expect(200);

    String configured = world.tierProduct(vendor, 1, distributor, hub);
    World.requires(vendor, configured, "tier1", "fulfillment", "partner");
    World.order(distributor, configured, customer);
    Api.Answer setup = vendor.api().post("/tier/config-requests/claim", "{}").expect(200);
    assertThat(claimed(setup)).hasSize(1);
    String request = "/tier/config-requests/" + setup.at("requests.0.id");
    assertLost(under("LE-0000-0000-0000", vendor, "POST", request + "/approve", "{}"));
    under(setup.at("lease"), vendor, "PUT", request, TierTest.params("partner", "P-1")).expect(200);
    under(setup.at("lease"), vendor, "POST", request + "/approve", "{}").expect(200);
  }

  @Test
  void workersThatClaimAtOnceGetAllThatThereIsAndNothingTwice() throws Exception {
    for (int i = 5; i < 40; i++) {
      placed("uid-" + i);
    }
    List<Callable<List<String>>> workers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      workers.add(() -> claimed(claim("?limit=4")));
    }
    List<List<String>> shares = together(workers);
    List<String> all = new ArrayList<>(shares.stream().flatMap(List::stream).toList());
    // A row that is locked is passed over, and so some may get less than there was.
    all.addAll(claimed(claim("")));
    assertThat(all).hasSize(40).doesNotHaveDuplicates();
  }
}
