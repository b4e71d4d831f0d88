package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Role;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrdersIT extends HttpTest {

  private World world;
  private Company distributor;
  private Company vendor;
  private String hub;
  private String product;
  private String connection;
  private String top;
  private String reseller;
  private String customer;

  @BeforeEach
  void aDistributorThatSellsAProductOfAVendor() {
    world = world();
    distributor = world.distributor();
    vendor = world.vendor();
    hub = world.hub(distributor);
    product = world.product(vendor, true);
    connection = world.connection(product, vendor, distributor, hub);
    top = World.reseller(distributor, "Top", null);
    reseller = World.reseller(distributor, "Reseller", top);
    customer = World.customer(distributor, "Customer", reseller);
  }

  private String order(String externalUid) {
    return order(externalUid, "{\"customer\": {\"id\": \"%s\"}}".formatted(customer));
  }

  private String order(String externalUid, String tiers) {
    return """
    {"type": "purchase", "asset": {
       "product": {"id": "%s"}, "external_uid": "%s", "external_id": "10005",
       "items": [{"id": "%s-0001", "quantity": 5}],
       "tiers": %s}}
    """
        .formatted(product, externalUid, product, tiers);
  }

  private Api.Answer placed(String externalUid) {
    return distributor.api().post("/requests", order(externalUid)).expect(201);
  }

  @Test
  void anOrderIsAnsweredAsTheWireWritesIt() {
    Api.Answer placed = placed("u-1");
    String id = placed.at("id");
    String asset = placed.at("asset.id");
    assertThat(id).matches("PR-\\d{4}-\\d{4}-\\d{4}-001").startsWith(asset.replace("AS", "PR"));
    assertThat(placed.at("type")).isEqualTo("purchase");
    assertThat(placed.at("status")).isEqualTo("pending");
    assertThat(placed.at("created")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00");
    assertThat(placed.at("updated")).isEqualTo(placed.at("created"));
    assertThat(placed.json().has("warnings")).isFalse();
    assertThat(placed.json().has("reason")).isFalse();
    assertThat(placed.at("asset.status")).isEqualTo("processing");
    assertThat(placed.at("asset.external_id")).isEqualTo("10005");
    assertThat(placed.at("asset.external_uid")).isEqualTo("u-1");
    assertThat(placed.at("asset.product.id")).isEqualTo(product);
    assertThat(placed.at("asset.product.status")).isEqualTo("published");
    assertThat(placed.at("asset.connection.id")).isEqualTo(connection);
    assertThat(placed.at("asset.connection.type")).isEqualTo("production");
    assertThat(placed.at("asset.connection.provider.id")).isEqualTo(distributor.id());
    assertThat(placed.at("asset.connection.vendor.id")).isEqualTo(vendor.id());
    assertThat(placed.at("asset.connection.hub.id")).isEqualTo(hub);
    assertThat(placed.at("asset.events.created.by.id")).startsWith("SU-");
    assertThat(placed.json().at("/asset/items/0").toString())
        .isEqualTo(
            ("{'id':'%1$s-0001','global_id':'%1$s-0001','mpn':'MPN-1','old_quantity':'0',"
                    + "'quantity':'5','type':'unit','display_name':'Seat','period':'monthly',"
                    + "'item_type':'Reservation'}")
                .formatted(product)
                .replace('\'', '"'));
    assertThat(placed.json().at("/asset/params").isEmpty()).isTrue();
    assertThat(placed.at("asset.tiers.customer.id")).isEqualTo(customer);
    assertThat(placed.at("asset.tiers.customer.contact_info.city")).isEqualTo("Barcelona");
    assertThat(placed.at("asset.tiers.tier1.id")).isEqualTo(reseller);
    assertThat(placed.at("asset.tiers.tier2.id")).isEqualTo(top);

    for (Company who : List.of(distributor, vendor, world.ops())) {
      assertThat(who.api().get("/requests/" + id).expect(200).text()).isEqualTo(placed.text());
      Api.Answer seen = who.api().get("/assets/" + asset).expect(200);
      assertThat(seen.json()).isEqualTo(placed.json().path("asset"));
      assertThat(who.api().get("/assets/" + asset + "/requests").expect(200).ids())
          .containsExactly(id);
    }
    assertThat(scopes(customer)).isEqualTo("[\"customer\"]");
    assertThat(scopes(reseller)).isEqualTo("[\"tier1\"]");
    assertThat(scopes(top)).isEqualTo("[\"tier2\"]");
    assertThat(distributor.api().get("/tier/accounts/" + top).expect(200).at("version"))
        .as("scopes are no part of a version")
        .isEqualTo("1");
    assertThat(vendor.api().get("/tier/accounts").expect(200).ids())
        .as("the vendor now sees the accounts")
        .containsExactlyInAnyOrder(customer, reseller, top);
  }

  private String scopes(String account) {
    return distributor
        .api()
        .get("/tier/accounts/" + account)
        .expect(200)
        .json()
        .path("scopes")
        .toString();
  }

  @Test
  void aRootResellerIsTier1WithoutTier2() {
    String direct = World.customer(distributor, "Direct", top);
    Api.Answer placed =
        distributor
            .api()
            .post("/requests", order("u-1", "{\"customer\": {\"id\": \"%s\"}}".formatted(direct)))
            .expect(201);
    assertThat(placed.at("asset.tiers.tier1.id")).isEqualTo(top);
    assertThat(placed.json().at("/asset/tiers/tier2").toString()).isEqualTo("{}");
  }

  @Test
  void anEmptyTier2MeansNobody() {
    Api.Answer placed =
        distributor
            .api()
            .post(
                "/requests",
                order("u-1", "{\"customer\": {\"id\": \"%s\"}, \"tier2\": {}}".formatted(customer)))
            .expect(201);
    assertThat(placed.at("asset.tiers.tier1.id")).isEqualTo(reseller);
    assertThat(placed.json().at("/asset/tiers/tier2").toString()).isEqualTo("{}");
  }

  private static String inline(String uid, String name) {
    return World.accountBody("customer", name, null)
        .replaceFirst("\"type\": \"customer\",", "\"external_uid\": \"%s\",".formatted(uid));
  }

  @Test
  void missingAccountsAreOpenedEachBelowTheNextTier() {
    String tiers =
        "{\"customer\": %s, \"tier1\": %s, \"tier2\": {\"id\": \"%s\"}}"
            .formatted(inline("c-1", "New customer"), inline("t1-1", "New reseller"), top);
    Api.Answer placed = distributor.api().post("/requests", order("u-1", tiers)).expect(201);
    assertThat(placed.json().has("warnings")).isFalse();
    String opened = placed.at("asset.tiers.customer.id");
    assertThat(placed.at("asset.tiers.customer.type")).isEqualTo("customer");
    assertThat(placed.at("asset.tiers.tier1.type")).isEqualTo("reseller");
    assertThat(distributor.api().get("/tier/accounts/" + opened + "/ancestors").expect(200).ids())
        .containsExactly(opened, placed.at("asset.tiers.tier1.id"), top);
    assertThat(scopes(opened)).isEqualTo("[\"customer\"]");

    Api.Answer again = distributor.api().post("/requests", order("u-2", tiers)).expect(201);
    assertThat(again.at("asset.tiers.customer.id")).isEqualTo(opened);
    assertThat(again.json().path("warnings").valueStream().map(w -> w.asString()))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("asset.tiers.customer: " + opened + " exists and is used as it is");
    assertThat(distributor.api().get("/requests/" + again.at("id")).json().has("warnings"))
        .isFalse();
  }

  @Test
  void aWholeNewChainBelongsToTheConnectionsHub() {
    String tiers =
        "{\"customer\": %s, \"tier1\": %s}"
            .formatted(inline("c-1", "New customer"), inline("t1-1", "New reseller"));
    Api.Answer placed = distributor.api().post("/requests", order("u-1", tiers)).expect(201);
    String opened = placed.at("asset.tiers.tier1.id");
    Api.Answer account = distributor.api().get("/tier/accounts/" + opened).expect(200);
    assertThat(account.at("hub.id")).isEqualTo(hub);
    assertThat(account.json().has("parent")).isFalse();
    assertThat(placed.json().at("/asset/tiers/tier2").toString()).isEqualTo("{}");
  }

  @Test
  void aNewCustomerTakesTheTiersAboveAnExistingReseller() {
    String tiers =
        "{\"customer\": %s, \"tier1\": {\"external_uid\": \"%s\"}}"
            .formatted(
                inline("c-1", "New customer"),
                distributor.api().get("/tier/accounts/" + reseller).at("external_uid"));
    Api.Answer placed = distributor.api().post("/requests", order("u-1", tiers)).expect(201);
    assertThat(placed.at("asset.tiers.tier1.id")).isEqualTo(reseller);
    assertThat(placed.at("asset.tiers.tier2.id")).isEqualTo(top);
    assertThat(placed.json().has("warnings")).isFalse();
  }

  @Test
  void anAccountIsFoundByItsExternalIdUnlessSeveralHaveIt() {
    distributor.api().put("/tier/accounts/" + customer, "{\"external_id\": \"e-1\"}").expect(200);
    String tiers = "{\"customer\": {\"external_id\": \"e-1\"}}";
    assertThat(
            distributor
                .api()
                .post("/requests", order("u-1", tiers))
                .expect(201)
                .at("asset.tiers.customer.id"))
        .isEqualTo(customer);
    String other = World.customer(distributor, "Other", reseller);
    distributor.api().put("/tier/accounts/" + other, "{\"external_id\": \"e-1\"}").expect(200);
    Api.Answer refused = distributor.api().post("/requests", order("u-2", tiers)).expect(400);
    assertThat(refused.at("error_code")).isEqualTo("REQ_005");
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/asset/tiers/customer/external_id");
    assertThat(refused.at("violations.0.message")).contains(customer).contains(other);
  }

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
                   "items": [{}, {"id": "a"}], "params": [{"id": "p"}], "tiers": {"customer": null}}}
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
            "/asset/params",
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

  private static List<String> pointers(Api.Answer refused) {
    return refused
        .json()
        .path("violations")
        .valueStream()
        .map(v -> v.path("pointer").asString())
        .toList();
  }

  @Test
  void tiersMustFit() {
    String root = World.reseller(distributor, "Root", null);
    String foreign = World.reseller(world.distributor(), "Foreign", null);
    String otherHub = world.hub(distributor);
    String elsewhere =
        distributor
            .api()
            .post(
                "/tier/accounts",
                World.accountBody("reseller", "Elsewhere", null)
                    .replaceFirst("\\{", "{\"hub\": {\"id\": \"%s\"},".formatted(otherHub)))
            .expect(201)
            .at("id");
    for (String tiers :
        List.of(
            "{\"customer\": {\"id\": \"%s\"}}".formatted(root),
            "{\"customer\": {}}",
            "{\"customer\": {\"id\": \"%s\"}, \"tier1\": {}}".formatted(customer),
            "{\"customer\": {\"id\": \"%s\"}, \"tier1\": {\"id\": \"%s\"}}"
                .formatted(customer, foreign),
            "{\"customer\": {\"id\": \"%s\"}, \"tier1\": {\"id\": \"%s\"}}"
                .formatted(customer, customer),
            "{\"customer\": {\"id\": \"%1$s\"}, \"tier1\": {\"id\": \"%2$s\"}, \"tier2\": {\"id\": \"%2$s\"}}"
                .formatted(customer, top),
            "{\"customer\": {\"id\": \"%s\"}, \"tier1\": {\"id\": \"%s\"}}"
                .formatted(customer, elsewhere),
            "{\"customer\": {\"id\": \"%s\"}, \"tier1\": %s, \"tier2\": %s}"
                .formatted(customer, inline("same", "A"), inline("same", "B")))) {
      Api.Answer refused = distributor.api().post("/requests", order("u-1", tiers)).expect(400);
      assertThat(refused.at("error_code")).as(tiers).isEqualTo("REQ_005");
    }
  }

  @Test
  void aResellerMayBuyForItself() {
    String tiers =
        "{\"customer\": {\"id\": \"%1$s\"}, \"tier1\": {\"id\": \"%1$s\"}}".formatted(top);
    Api.Answer placed = distributor.api().post("/requests", order("u-1", tiers)).expect(201);
    assertThat(placed.at("asset.tiers.customer.id")).isEqualTo(top);
    assertThat(scopes(top)).isEqualTo("[\"customer\",\"tier1\"]");
  }

  @Test
  void theConnectionMustBeNamedIfThereAreSeveral() {
    String second = world.connection(product, vendor, distributor, hub);
    Api.Answer refused = distributor.api().post("/requests", order("u-1")).expect(400);
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/asset/connection/id");
    assertThat(refused.json().at("/params/candidates")).hasSize(2);
    String named =
        order("u-1")
            .replaceFirst(
                "\"product\"", "\"connection\": {\"id\": \"%s\"}, \"product\"".formatted(second));
    assertThat(distributor.api().post("/requests", named).expect(201).at("asset.connection.id"))
        .isEqualTo(second);
    Api.Answer foreign =
        distributor
            .api()
            .post("/requests", named.replace(second, "CT-1234-5678").replace("u-1", "u-2"))
            .expect(400);
    assertThat(foreign.at("violations.0.pointer")).isEqualTo("/asset/connection/id");
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
  void theOnlyMarketplaceOfTheHubIsTheOrders() {
    String marketplace = marketplace(distributor);
    jdbc.update(
        "insert into marketplace_hub (marketplace_id, hub_id) values (?, ?)", marketplace, hub);
    Api.Answer placed = placed("u-1");
    assertThat(placed.at("marketplace.id")).isEqualTo(marketplace);
    assertThat(placed.at("asset.marketplace.id")).isEqualTo(marketplace);
    assertThat(distributor.api().get("/requests?marketplace.id=" + marketplace).expect(200).ids())
        .containsExactly(placed.at("id"));

    String foreign = marketplace(world.distributor());
    String named =
        order("u-2")
            .replaceFirst(
                "\"asset\"", "\"marketplace\": {\"id\": \"%s\"}, \"asset\"".formatted(foreign));
    assertThat(distributor.api().post("/requests", named).expect(400).at("violations.0.pointer"))
        .isEqualTo("/marketplace/id");
  }

  private String marketplace(Company owner) {
    String id =
        jdbc.queryForObject(
            "select 'MP-' || lpad((nextval('marketplace_id') % 100000)::text, 5, '0')",
            String.class);
    jdbc.update(
        "insert into marketplace (id, partner_id, name, created_at, updated_at, revision) values (?,"
            + " ?, 'Market', now(), now(), 0)",
        id,
        owner.id());
    return id;
  }

  @Test
  void onlyPurchasesAreOfferedForNow() {
    Api.Answer refused =
        distributor
            .api()
            .post("/requests", "{\"type\": \"cancel\", \"asset\": {\"id\": \"AS-1111-1111-1111\"}}")
            .expect(400);
    assertThat(refused.at("error_code")).isEqualTo("REQ_004");
    assertThat(refused.at("allowed.0")).isEqualTo("purchase");
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
  void aRepeatedOrderIsAConflictThatNamesTheFirst() {
    Api.Answer first = placed("u-1");
    Api.Answer again = distributor.api().post("/requests", order("u-1")).expect(409);
    assertThat(again.at("error_code")).isEqualTo("REQ_003");
    assertThat(again.json().path("params").propertyNames())
        .containsExactlyInAnyOrder("request_id", "request_status", "asset_id", "asset_status");
    assertThat(again.at("params.request_id")).isEqualTo(first.at("id"));
    assertThat(again.at("params.request_status")).isEqualTo("pending");
    assertThat(again.at("params.asset_id")).isEqualTo(first.at("asset.id"));
    assertThat(again.at("params.asset_status")).isEqualTo("processing");
    vendor
        .api()
        .post("/requests/%s/fail".formatted(first.at("id")), "{\"reason\": \"No.\"}")
        .expect(200);
    assertThat(placed("u-1").at("asset.id"))
        .as("a failed order can be placed anew")
        .isNotEqualTo(first.at("asset.id"));
  }

  @Test
  void aDryRunKeepsNothing() {
    Api.Answer told = distributor.api().post("/requests?dry_run=true", order("u-1")).expect(200);
    assertThat(told.at("response.status")).isEqualTo("pending");
    assertThat(told.json().at("/effects/events").valueStream().map(e -> e.path("type").asString()))
        .containsExactly("asset.created", "fulfillment_request.created");
    assertThat(distributor.api().get("/requests").expect(200).ids()).isEmpty();
    assertThat(scopes(top)).isEqualTo("[]");
  }

  @Test
  void theVendorApproves() {
    Api.Answer placed = placed("u-1");
    String path = "/requests/" + placed.at("id");
    distributor.api().post(path + "/approve").expect(403);
    world.ops().api().post(path + "/approve").expect(403);
    world.vendor().api().post(path + "/approve").expect(404);
    assertThat(
            vendor
                .api()
                .post(path + "/approve", "{\"template_id\": \"TL-1\"}")
                .expect(400)
                .at("violations.0.message"))
        .isEqualTo("There is no template TL-1 of this product.");
    assertThat(
            vendor
                .api()
                .post(path + "/approve", "{\"effective_date\": \"soon\"}")
                .expect(400)
                .at("violations.0.pointer"))
        .isEqualTo("/effective_date");
    Api.Answer approved =
        vendor
            .api()
            .post(path + "/approve", "{\"effective_date\": \"2026-12-01T02:00:00+02:00\"}")
            .expect(200);
    assertThat(approved.at("status")).isEqualTo("approved");
    assertThat(approved.at("effective_date")).isEqualTo("2026-12-01T00:00:00+00:00");
    assertThat(approved.at("asset.status")).isEqualTo("active");
    assertThat(approved.at("asset.items.0.quantity")).isEqualTo("5");
    Api.Answer again = vendor.api().post(path + "/approve").expect(400);
    assertThat(again.at("error_code")).isEqualTo("REQ_001");
    assertThat(again.at("detail")).isEqualTo("Cannot approve: the status is approved.");
    vendor.api().post(path + "/fail", "{\"reason\": \"No.\"}").expect(400);
    assertThat(events(placed.at("id")))
        .containsExactly("fulfillment_request.created", "fulfillment_request.approved");
    assertThat(events(placed.at("asset.id"))).containsExactly("asset.created", "asset.active");
  }

  private List<String> events(String subject) {
    return jdbc.queryForList(
        "select type from (select id, type, subject from outbox union all select event_id, type,"
            + " subject from feed) e where subject = ? order by id",
        String.class,
        subject);
  }

  @Test
  void theVendorFails() {
    Api.Answer placed = placed("u-1");
    String path = "/requests/" + placed.at("id");
    assertThat(vendor.api().post(path + "/fail").expect(400).at("violations.0.pointer"))
        .isEqualTo("/reason");
    Api.Answer early =
        distributor.api().post(path + "/fail", "{\"reason\": \"Mistake.\"}").expect(400);
    assertThat(early.at("error_code")).isEqualTo("REQ_001");
    assertThat(early.at("detail")).contains("tiers_setup or inquiring");
    Api.Answer failed =
        vendor.api().post(path + "/fail", "{\"reason\": \"Not eligible.\"}").expect(200);
    assertThat(failed.at("status")).isEqualTo("failed");
    assertThat(failed.at("reason")).isEqualTo("Not eligible.");
    assertThat(failed.at("asset.status")).isEqualTo("terminated");
    assertThat(events(placed.at("asset.id"))).containsExactly("asset.created", "asset.terminated");
  }

  @Test
  void theVendorKeepsANote() {
    String path = "/requests/" + placed("u-1").at("id");
    Api.Answer noted = vendor.api().put(path, "{\"note\": \"Asked sales.\"}").expect(200);
    assertThat(noted.at("note")).isEqualTo("Asked sales.");
    assertThat(vendor.api().put(path, noted.text()).expect(200).text())
        .as("sent back whole, it changes nothing")
        .isEqualTo(noted.text());
    assertThat(vendor.api().put(path, "{}").expect(200).at("note")).isEqualTo("Asked sales.");
    assertThat(vendor.api().put(path, "{\"note\": \"\"}").expect(200).json().has("note")).isFalse();
    distributor.api().put(path, "{\"note\": \"Mine\"}").expect(403);
    vendor.api().put(path, "{\"note\": \"%s\"}".formatted("n".repeat(2001))).expect(400);
    vendor.api().post(path + "/approve", "{}").expect(200);
    vendor.api().put(path, "{\"note\": \"Late\"}").expect(400);
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

  @Test
  void listsAreFilteredAndOrdered() {
    Api.Answer one = placed("u-1");
    Api.Answer two = placed("u-2");
    vendor.api().post("/requests/" + two.at("id") + "/approve").expect(200);
    Api api = vendor.api();
    assertThat(api.get("/requests?status=pending").expect(200).ids()).containsExactly(one.at("id"));
    assertThat(
            api.get(
                    "/requests?in(status,(pending,inquiring))&in(asset.product.id,(%s))"
                        .formatted(product))
                .expect(200)
                .ids())
        .containsExactly(one.at("id"));
    assertThat(api.get("/requests?ordering(-created)").expect(200).ids())
        .containsExactly(two.at("id"), one.at("id"));
    assertThat(api.get("/requests").expect(200).header("Content-Range")).isEqualTo("items 0-1/2");
    for (String filter :
        List.of(
            "asset.id=" + one.at("asset.id"),
            "asset__id__in=" + one.at("asset.id"),
            "asset.external_uid=u-1",
            "asset.external_uid=u-1&type=purchase&asset.status=processing",
            "id=" + one.at("id") + "&asset__product__id=" + product,
            "id=" + one.at("id") + "&asset.tiers.customer.id=" + customer,
            "id=" + one.at("id") + "&asset.tier1_id=" + reseller,
            "id=" + one.at("id") + "&asset__tiers__tier2__id=" + top,
            "id=" + one.at("id") + "&eq(asset.marketplace.id,null())",
            "id=" + one.at("id") + "&marketplace.id=MP-00000",
            "id=" + one.at("id") + "&asset.connection.hub.id=" + hub,
            "id=" + one.at("id") + "&asset.connection.type=production",
            "id=" + one.at("id") + "&asset.connection.provider.id=" + distributor.id(),
            "search=u-1")) {
      assertThat(api.get("/requests?" + filter).expect(200).ids())
          .as(filter)
          .containsExactly(one.at("id"));
    }
    for (String filter :
        List.of(
            "status=active",
            "external_uid=u-2",
            "id=" + two.at("asset.id") + "&tiers.customer.name=Customer",
            "id=" + two.at("asset.id") + "&tiers__tier1__id=" + reseller,
            "id=" + two.at("asset.id") + "&connection.id=" + connection,
            "status=active&gt(created,2020-01-01)&lt(updated,2100-01-01)",
            "search=u-2&id=" + two.at("asset.id"))) {
      assertThat(api.get("/assets?" + filter).expect(200).ids())
          .as(filter)
          .containsExactly(two.at("asset.id"));
    }
    assertThat(
            api.get("/assets/" + one.at("asset.id") + "/requests?status=failed")
                .expect(200)
                .header("Content-Range"))
        .isEqualTo("items 0-0/0");
    assertThat(api.get("/requests?asset.tiers.tier3.id=x").expect(400).at("error_code"))
        .isEqualTo("VAL_002");
  }

  @Test
  void aChangeOfAnAccountInUseTellsTheVendorUntilTheAssetEnds() {
    Api.Answer placed = placed("u-1");
    for (String account : List.of(customer, reseller, top)) {
      distributor
          .api()
          .put("/tier/accounts/" + account, "{\"contact_info\": {\"city\": \"Girona\"}}")
          .expect(200);
      assertThat(vendor.api().get("/tier/account-requests?account.id=" + account).ids()).hasSize(1);
    }
    assertThat(
            distributor
                .api()
                .get("/requests/" + placed.at("id"))
                .at("asset.tiers.tier1.contact_info.city"))
        .as("orders show the accounts as they are")
        .isEqualTo("Girona");
    Api.Answer held = distributor.api().delete("/tier/accounts/" + customer).expect(400);
    assertThat(held.at("params.held_by.0.id")).isEqualTo(placed.at("asset.id"));
    vendor
        .api()
        .post("/requests/" + placed.at("id") + "/fail", "{\"reason\": \"No.\"}")
        .expect(200);
    distributor
        .api()
        .put("/tier/accounts/" + customer, "{\"contact_info\": {\"city\": \"Reus\"}}")
        .expect(200);
    assertThat(vendor.api().get("/tier/account-requests?account.id=" + customer).ids()).hasSize(1);
    distributor.api().delete("/tier/accounts/" + customer).expect(204);
    assertThat(
            distributor
                .api()
                .get("/requests/" + placed.at("id"))
                .expect(200)
                .at("asset.tiers.customer.id"))
        .as("old orders keep showing a decommissioned account")
        .isEqualTo(customer);
    Api.Answer gone = distributor.api().post("/requests", order("u-2")).expect(400);
    assertThat(gone.at("violations.0.pointer")).isEqualTo("/asset/tiers/customer/id");
  }
}
