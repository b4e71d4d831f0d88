package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/**
 * A distributor that sells a vendor's product which asks tier 1 and tier 2 for a value each before,
 * and wants to give them one each, and a customer two levels below the top.
 */
abstract class TierTest extends HttpTest {

  World world;
  Company distributor;
  Company vendor;
  String hub;
  String product;
  String top;
  String reseller;
  String customer;

  @BeforeEach
  void aProductThatIsConfiguredForTwoTiers() {
    world = world();
    distributor = world.distributor();
    vendor = world.vendor();
    hub = world.hub(distributor);
    product = world.tierProduct(vendor, 2, distributor, hub);
    for (String scope : new String[] {"tier1", "tier2"}) {
      World.requires(vendor, product, scope, "ordering", scope + "_ordering");
      World.requires(vendor, product, scope, "fulfillment", scope + "_fulfillment");
    }
    top = World.reseller(distributor, "Top", null);
    reseller = World.reseller(distributor, "Reseller", top);
    customer = World.customer(distributor, "Customer", reseller);
  }

  /** A customer of that reseller buys the product; the id of the request. */
  String orderOf(String someCustomer) {
    return World.order(distributor, product, someCustomer);
  }

  /** Of that company, whose endpoint fails and is tried with pauses by now. */
  String failingWebhook(Company of) {
    String id =
        of.api()
            .post(
                "/notifications/webhooks",
                """
                {"object_class": "fulfillment_request", "label": "W", "active": false,
                 "external_url": "https://hooks.invalid/"}
                """)
            .expect(201)
            .at("id");
    jdbc.update("update webhook_health set failures_in_row = 5 where webhook_id = ?", id);
    return id;
  }

  /** The one request of that account that is open, or was last. */
  Api.Answer tierRequestOf(String account, int level) {
    Api.Answer found =
        distributor
            .api()
            .get(
                "/tier/config-requests?configuration.account.id=%s&configuration.tier_level=%d&ordering(-created,-id)&limit=1"
                    .formatted(account, level))
            .expect(200);
    assertThat(found.json()).as("a tier request of %s", account).hasSize(1);
    return distributor.api().get("/tier/config-requests/" + found.at("0.id")).expect(200);
  }

  String statusOf(String request) {
    String path = request.startsWith("PR-") ? "/requests/" : "/tier/config-requests/";
    return distributor.api().get(path + request).expect(200).at("status");
  }

  /** The distributor gives the ordering value and ends the inquiry. */
  void answer(String request, String scope) {
    distributor
        .api()
        .put("/tier/config-requests/" + request, params(scope + "_ordering", "asked"))
        .expect(200);
    distributor.api().post("/tier/config-requests/" + request + "/pend").expect(204);
  }

  /** The vendor gives the fulfillment value and approves. */
  Api.Answer approve(String request, String scope) {
    vendor
        .api()
        .put("/tier/config-requests/" + request, params(scope + "_fulfillment", "given"))
        .expect(200);
    return vendor.api().post("/tier/config-requests/" + request + "/approve").expect(200);
  }

  /** From the inquiry to the approval. */
  void setUp(String account, int level) {
    String request = tierRequestOf(account, level).at("id");
    answer(request, "tier" + level);
    approve(request, "tier" + level);
  }

  void fail(Company who, String request, String reason) {
    who.api()
        .post(
            "/tier/config-requests/" + request + "/fail", "{\"reason\": \"%s\"}".formatted(reason))
        .expect(204);
  }

  /** Why it waits, and whose turn it is. */
  Api.Answer explained(String request) {
    String path = request.startsWith("PR-") ? "/requests/" : "/tier/config-requests/";
    return distributor.api().get(path + request + "/explain").expect(200);
  }

  /**
   * @param missing the parameters that it lacks, or that have an error
   */
  void assertExplained(String request, String turn, String sentence, String... missing) {
    Api.Answer why = explained(request);
    assertThat(why.at("sentence")).isEqualTo(sentence);
    assertThat(why.at("turn")).isEqualTo(turn);
    assertThat(why.at("status")).isEqualTo(statusOf(request));
    assertThat(why.json().path("missing").valueStream().map(one -> one.path("id").asString()))
        .containsExactly(missing);
  }

  /** What the vendor finds when it polls. */
  List<String> vendorsTurn() {
    return vendor.api().get("/queue?status=pending").expect(200).ids();
  }

  static String params(String name, String value) {
    return "{\"params\": [{\"id\": \"%s\", \"value\": \"%s\"}]}".formatted(name, value);
  }
}
