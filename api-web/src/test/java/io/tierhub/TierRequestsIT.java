package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import io.tierhub.workflow.ExpireDrafts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tier configuration requests as distributors and vendors raise and answer them. */
class TierRequestsIT extends TierTest {

  private static final String REQUESTS = "/tier/config-requests";

  @Autowired private ExpireDrafts expireDrafts;

  @Test
  void aDistributorAsksForASetupWithoutAnOrder() {
    Api.Answer raised =
        distributor
            .api()
            .post(REQUESTS, setup(1, "{\"id\": \"%s\"}".formatted(reseller), ""))
            .expect(201);
    assertThat(raised.at("type")).isEqualTo("setup");
    assertThat(raised.at("status")).as("its tier 2 goes first").isEqualTo("tiers_setup");
    assertThat(raised.at("events.created.by.id")).startsWith("SU-");
    assertThat(raised.at("configuration.account.id")).isEqualTo(reseller);
    assertThat(raised.at("configuration.tier_level")).isEqualTo("1");
    assertThat(raised.json().at("/configuration/tier_level").isNumber()).isTrue();
    assertThat(raised.at("configuration.name")).isEqualTo("Configuration of " + reseller);
    assertThat(raised.at("configuration.params.0.id")).isEqualTo("tier1_ordering");
    assertThat(raised.json().at("/configuration/params/0").has("value")).isFalse();
    assertThat(raised.json().path("params")).isEmpty();
    assertThat(raised.at("environment")).isEqualTo("production");
    for (Company who : List.of(distributor, vendor, world.ops())) {
      assertThat(who.api().get(REQUESTS + "/" + raised.at("id")).expect(200).text())
          .isEqualTo(raised.text());
      assertThat(
              who.api()
                  .get("/tier/configs?id=" + raised.at("configuration.id"))
                  .expect(200)
                  .header("Content-Range"))
          .isEqualTo("items 0-0/1");
    }
    String order = orderOf(customer);
    assertThat(tierRequestOf(reseller, 1).at("id"))
        .as("the order joins it")
        .isEqualTo(raised.at("id"));
    setUp(top, 2);
    setUp(reseller, 1);
    assertThat(statusOf(order)).isEqualTo("pending");
  }

  @Test
  void aSetupOpensTheResellerThatIsMissing() {
    Api.Answer raised =
        distributor
            .api()
            .post(
                REQUESTS,
                setup(
                    1,
                    """
                    {"external_uid": "new-one", "name": "Neuhaus AG",
                     "contact_info": {
                       "address_line1": "Bahnhofstrasse 1", "city": "Zürich",
                       "postal_code": "8001", "country": "CH",
                       "contact": {"first_name": "Ueli", "last_name": "Meier",
                                   "email": "ueli@example.com"}}}
                    """,
                    ""))
            .expect(201);
    assertThat(raised.at("configuration.account.name")).isEqualTo("Neuhaus AG");
    assertThat(raised.at("configuration.account.type")).isEqualTo("reseller");
    assertThat(raised.at("status")).as("nobody is above it").isEqualTo("inquiring");
    Api.Answer again =
        distributor
            .api()
            .post(REQUESTS, setup(1, "{\"external_uid\": \"new-one\", \"name\": \"Other\"}", ""))
            .expect(409);
    assertThat(again.at("error_code")).isEqualTo("TCR_001");
    assertThat(again.at("params.request_id")).isEqualTo(raised.at("id"));
  }

  @Test
  void aSetupNamesTheTier2AboveIt() {
    String other = World.reseller(distributor, "Other", null);
    Api.Answer raised =
        distributor
            .api()
            .post(
                REQUESTS,
                setup(1, "{\"id\": \"%s\"}".formatted(reseller), "")
                    .replace(
                        "\"tier_level\"",
                        "\"parent_account\": {\"id\": \"%s\"}, \"tier_level\"".formatted(other)))
            .expect(201);
    assertThat(raised.at("tiers.tier2.id")).isEqualTo(other);
    assertThat(raised.at("parent_configuration.account.id")).isEqualTo(other);
  }

  @Test
  void aSetupBringsItsValues() {
    Api.Answer raised =
        distributor
            .api()
            .post(
                REQUESTS,
                setup(
                    2,
                    "{\"id\": \"%s\"}".formatted(top),
                    "{\"id\": \"tier2_ordering\", \"value\": \"known\"}"))
            .expect(201);
    assertThat(raised.at("status")).isEqualTo("pending");
    assertThat(raised.at("events.pended.at")).isNotNull();
    assertThat(raised.at("params.0.id")).isEqualTo("tier2_ordering");
    assertThat(raised.at("params.0.value")).isEqualTo("known");
    assertThat(raised.at("params.0.title")).isEqualTo("The tier2_ordering");
    assertThat(raised.json().at("/configuration/params/0").has("value"))
        .as("it holds once it is approved")
        .isFalse();
  }

  @Test
  void everyFaultOfASetupIsToldAtOnce() {
    Api.Answer refused =
        distributor
            .api()
            .post(
                REQUESTS,
                setup(
                    2,
                    "{\"id\": \"TA-0000-0000-0000\"}",
                    "{\"id\": \"tier2_ordring\", \"value\": \"x\"},"
                        + " {\"id\": \"tier2_fulfillment\", \"value\": \"x\"}"))
            .expect(400);
    assertThat(refused.json().path("violations").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/configuration/account/id", "/params/0/id", "/params/1/value");
    Api.Answer nothing = distributor.api().post(REQUESTS, "{}").expect(400);
    assertThat(nothing.at("violations.0.pointer")).isEqualTo("/configuration");
    Api.Answer bare = distributor.api().post(REQUESTS, "{\"configuration\": {}}").expect(400);
    assertThat(bare.json().path("violations").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder(
            "/configuration/account", "/configuration/product", "/configuration/tier_level");
  }

  @Test
  void aTierThatTheProductDoesNotAskNeedsNoSetup() {
    String plain = world.soldProduct(vendor, true, distributor, hub);
    String body = setup(1, "{\"id\": \"%s\"}".formatted(reseller), "").replace(product, plain);
    Api.Answer refused = distributor.api().post(REQUESTS, body).expect(400);
    assertThat(refused.at("error_code")).isEqualTo("TCR_006");
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/configuration/tier_level");
  }

  @Test
  void aSetupIsDoneOnce() {
    orderOf(customer);
    setUp(top, 2);
    Api.Answer refused =
        distributor
            .api()
            .post(REQUESTS, setup(2, "{\"id\": \"%s\"}".formatted(top), ""))
            .expect(409);
    assertThat(refused.at("error_code")).isEqualTo("TCR_004");
    assertThat(refused.at("params.configuration_id")).startsWith("TC-");
  }

  @Test
  void anUpdateChangesWhatHolds() {
    String configuration = configured();
    Api.Answer update =
        distributor
            .api()
            .post(REQUESTS, change(configuration, null, "tier2_ordering", "changed"))
            .expect(201);
    assertThat(update.at("type")).isEqualTo("update");
    assertThat(update.at("status")).isEqualTo("pending");
    assertThat(update.at("previous_approved_request.id")).endsWith("-001");
    assertThat(update.at("configuration.status")).as("all the while").isEqualTo("active");
    assertThat(update.at("configuration.open_request.id")).isEqualTo(update.at("id"));
    assertThat(update.at("params.0.value")).isEqualTo("changed");
    assertThat(update.at("configuration.params.0.value")).isEqualTo("asked");
    vendor.api().post(REQUESTS + "/" + update.at("id") + "/approve").expect(200);
    Api.Answer holds = vendor.api().get("/tier/configs/" + configuration).expect(200);
    assertThat(holds.at("params.0.value")).isEqualTo("changed");
    assertThat(holds.at("params.1.value")).isEqualTo("given");
  }

  @Test
  void aFailedUpdateChangesNothing() {
    String configuration = configured();
    String update =
        distributor
            .api()
            .post(REQUESTS, change(configuration, "update", "tier2_ordering", "changed"))
            .expect(201)
            .at("id");
    String order = orderOf(customer);
    vendor.api().post(REQUESTS + "/" + update + "/fail", "{\"reason\": \"Not now.\"}").expect(204);
    Api.Answer holds = vendor.api().get("/tier/configs/" + configuration).expect(200);
    assertThat(holds.at("status")).isEqualTo("active");
    assertThat(holds.at("params.0.value")).isEqualTo("asked");
    assertThat(holds.json().has("open_request")).isFalse();
    assertThat(statusOf(order)).as("it waits for its tier 1 only").isEqualTo("tiers_setup");
  }

  @Test
  void theVendorAdjustsWhateverItWants() {
    String configuration = configured();
    distributor
        .api()
        .post(REQUESTS, change(configuration, "adjustment", "tier2_ordering", "x"))
        .expect(403);
    Api.Answer adjustment =
        vendor
            .api()
            .post(REQUESTS, change(configuration, "adjustment", "tier2_ordering", "corrected"))
            .expect(201);
    assertThat(adjustment.at("type")).isEqualTo("adjustment");
    assertThat(adjustment.at("status")).isEqualTo("pending");
    vendor.api().post(REQUESTS + "/" + adjustment.at("id") + "/approve", "{}").expect(200);
    assertThat(vendor.api().get("/tier/configs/" + configuration).expect(200).at("params.0.value"))
        .isEqualTo("corrected");
  }

  @Test
  void companiesThatHavePartedAskNothingOfEachOther() {
    String configuration = configured();
    String connection = tierRequestOf(top, 2).at("configuration.connection.id");
    vendor
        .api()
        .put(
            "/products/%s/connections/%s".formatted(product, connection),
            "{\"status\": \"revoked\"}")
        .expect(200);
    String update =
        "{\"configuration\": {\"id\": \"%s\"}, \"params\": [{\"id\": \"nothing\", \"value\": \"x\"}]}"
            .formatted(configuration);
    for (Company one : List.of(distributor, vendor)) {
      Api.Answer refused = one.api().post("/tier/config-requests", update).expect(400);
      assertThat(refused.json().path("violations").findValuesAsString("pointer"))
          .containsExactly("/configuration/id", "/params/0/id");
      assertThat(
              one.api()
                  .post(REQUESTS, "{\"configuration\": {\"id\": \"%s\"}}".formatted(configuration))
                  .expect(400)
                  .at("error_code"))
          .isEqualTo("CON_001");
    }
    vendor
        .api()
        .post(
            "/tier/config-requests",
            "{\"type\": \"adjustment\", \"configuration\": {\"id\": \"%s\"}}"
                .formatted(configuration))
        .expect(201);
  }

  @Test
  void theVendorUpdatesFulfillmentValuesOnly() {
    String configuration = configured();
    Api.Answer refused =
        vendor.api().post(REQUESTS, change(configuration, null, "tier2_ordering", "x")).expect(400);
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/params/0/value");
    vendor
        .api()
        .post(REQUESTS, change(configuration, null, "tier2_fulfillment", "moved"))
        .expect(201);
  }

  @Test
  void onlyWhatIsSetUpCanBeUpdated() {
    orderOf(customer);
    String configuration = tierRequestOf(top, 2).at("configuration.id");
    Api.Answer refused =
        distributor
            .api()
            .post(REQUESTS, change(configuration, null, "tier2_ordering", "x"))
            .expect(400);
    assertThat(refused.at("error_code")).isEqualTo("TCR_005");
    Api.Answer unknown =
        world
            .distributor()
            .api()
            .post(REQUESTS, change(configuration, null, "tier2_ordering", "x"))
            .expect(400);
    assertThat(unknown.at("violations.0.pointer")).isEqualTo("/configuration/id");
  }

  @Test
  void theVendorAsksForMoreAndTheDistributorAnswers() {
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    answer(request, "tier2");
    vendor
        .api()
        .put(
            REQUESTS + "/" + request,
            """
            {"params": [{"id": "tier2_ordering", "value_error": "Not a region."}],
             "notes": "Asked for the region."}
            """)
        .expect(200);
    vendor.api().post(REQUESTS + "/" + request + "/inquire").expect(204);
    Api.Answer asked = distributor.api().get(REQUESTS + "/" + request).expect(200);
    assertThat(asked.at("status")).isEqualTo("inquiring");
    assertThat(asked.at("params.0.value_error")).isEqualTo("Not a region.");
    assertThat(asked.at("notes")).isEqualTo("Asked for the region.");
    answer(request, "tier2");
    vendor.api().put(REQUESTS + "/" + request, params("tier2_fulfillment", "given")).expect(200);
    Api.Answer refused = vendor.api().post(REQUESTS + "/" + request + "/approve").expect(400);
    assertThat(refused.at("violations.0.message")).contains("value_error");
    vendor.api().post(REQUESTS + "/" + request + "/inquire").expect(204);
    Api.Answer answered =
        distributor
            .api()
            .put(REQUESTS + "/" + request, params("tier2_ordering", "emea"))
            .expect(200);
    assertThat(answered.at("params.0.value_error")).as("a new value clears it").isEmpty();
    distributor.api().post(REQUESTS + "/" + request + "/pend", "{}").expect(204);
    vendor.api().post(REQUESTS + "/" + request + "/approve").expect(200);
  }

  @Test
  void whoMayEditWhenIsTold() {
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    Api.Answer early =
        vendor.api().put(REQUESTS + "/" + request, params("tier2_fulfillment", "x")).expect(400);
    assertThat(early.at("error_code")).isEqualTo("TCR_002");
    assertThat(early.at("detail"))
        .contains("inquiring", "vendor may change it while it is pending");
    Api.Answer wrongPhase =
        distributor
            .api()
            .put(REQUESTS + "/" + request, params("tier2_fulfillment", "x"))
            .expect(400);
    assertThat(wrongPhase.at("violations.0.message")).contains("fulfillment phase");
    world.ops().api().put(REQUESTS + "/" + request, params("tier2_ordering", "x")).expect(403);
    answer(request, "tier2");
    distributor.api().put(REQUESTS + "/" + request, params("tier2_ordering", "late")).expect(400);
  }

  @Test
  void aWholeRequestMayBeSentBack() {
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    answer(request, "tier2");
    Api.Answer before = vendor.api().get(REQUESTS + "/" + request).expect(200);
    Api.Answer after = vendor.api().put(REQUESTS + "/" + request, before.text()).expect(200);
    assertThat(after.text()).isEqualTo(before.text());
  }

  @Test
  void theVendorsNotesAreSentBackByTheDistributorToo() {
    orderOf(customer);
    String id = tierRequestOf(top, 2).at("id");
    answer(id, "tier2");
    vendor.api().put(REQUESTS + "/" + id, "{\"notes\": \"Asked sales.\"}").expect(200);
    vendor.api().post(REQUESTS + "/" + id + "/inquire").expect(204);
    Api.Answer whole = distributor.api().get(REQUESTS + "/" + id).expect(200);
    distributor.api().put(REQUESTS + "/" + id, whole.text()).expect(200);
    Api.Answer refused =
        distributor.api().put(REQUESTS + "/" + id, "{\"notes\": \"Mine.\"}").expect(400);
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/notes");
  }

  @Test
  void theConfigurationOfAResellerThatIsGoneStaysAsItIs() {
    String lonely = World.reseller(distributor, "Lonely", null);
    String request =
        distributor
            .api()
            .post(
                REQUESTS,
                setup(
                    2,
                    "{\"id\": \"%s\"}".formatted(lonely),
                    "{\"id\": \"tier2_ordering\", \"value\": \"emea\"}"))
            .expect(201)
            .at("id");
    approve(request, "tier2");
    String configuration = tierRequestOf(lonely, 2).at("configuration.id");
    distributor.api().delete("/tier/accounts/" + lonely).expect(204);
    String update = change(configuration, null, "tier2_ordering", "apac");
    assertThat(distributor.api().post(REQUESTS, update).expect(400).at("violations.0.message"))
        .isEqualTo(lonely + " is decommissioned.");
    String adjustment = change(configuration, "adjustment", "tier2_ordering", "apac");
    vendor.api().post(REQUESTS, adjustment).expect(400);
    assertThat(vendor.api().get("/tier/configs/" + configuration).at("open_request")).isNull();
  }

  @Test
  void aNumberWithoutEndIsNoValue() {
    World.parameter(vendor, product, "tier2", "ordering", "limit", "");
    vendor
        .api()
        .post(
            "/products/" + product + "/parameters",
            """
            {"name": "settings", "title": "Settings", "type": "object", "scope": "tier2",
             "phase": "ordering"}
            """)
        .expect(201);
    orderOf(customer);
    Api.Answer refused =
        distributor
            .api()
            .put(
                REQUESTS + "/" + tierRequestOf(top, 2).at("id"),
                """
                {"params": [{"id": "limit", "value": 1e999},
                            {"id": "settings", "structured_value": {"a": [1e999]}}]}
                """)
            .expect(400);
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/params/0/value");
    assertThat(refused.at("violations.1.pointer")).isEqualTo("/params/1/structured_value");
  }

  @Test
  void theVendorAssignsItsOwnUsers() {
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    vendor.api().post(REQUESTS + "/" + request + "/assign").expect(204);
    Api.Answer assigned = vendor.api().get(REQUESTS + "/" + request).expect(200);
    assertThat(assigned.at("assignee.id")).startsWith("SU-");
    for (String nobodys : List.of("unassigned=true", "eq(unassigned,null())")) {
      assertThat(vendor.api().get(REQUESTS + "?" + nobodys).expect(200).ids())
          .doesNotContain(request);
    }
    assertThat(vendor.api().get(REQUESTS + "?ne(unassigned,null())").expect(200).ids())
        .containsExactly(request);
    Api.Answer unknown =
        vendor
            .api()
            .post(REQUESTS + "/" + request + "/assign", "{\"id\": \"UR-000-000-000\"}")
            .expect(400);
    assertThat(unknown.at("violations.0.pointer")).isEqualTo("/id");
    vendor.api().post(REQUESTS + "/" + request + "/unassign").expect(204);
    assertThat(vendor.api().get(REQUESTS + "/" + request).expect(200).json().has("assignee"))
        .isFalse();
    assertThat(vendor.api().get(REQUESTS + "?eq(unassigned,null())").expect(200).ids())
        .contains(request);
    distributor.api().post(REQUESTS + "/" + request + "/assign").expect(403);
  }

  /** Service levels, contracts and staged versions: clients ask for them, and there are none. */
  @Test
  void whatTierHubDoesNotKeepIsFoundAsAbsent() {
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    for (String all : List.of("eq(sli.zone,null())", "eq(contract.id,null())")) {
      assertThat(vendor.api().get(REQUESTS + "?" + all).expect(200).ids()).contains(request);
    }
    for (String none : List.of("ge(sli.days,0)", "in(sli.zone,(1,2))")) {
      assertThat(vendor.api().get(REQUESTS + "?" + none).expect(200).ids()).isEmpty();
    }
    assertThat(configs("connection.product_version_type=public")).hasSize(2);
    assertThat(configs("connection.product_version_type=staging")).isEmpty();
    assertThat(vendor.api().get("/requests?contract__id__exact=CRD-1").expect(200).ids()).isEmpty();
    assertThat(vendor.api().get("/requests?ordering(-sli.days)").expect(200).ids()).hasSize(1);
    assertThat(vendor.api().get("/assets?eq(contract.id,null())").expect(200).ids()).hasSize(1);
  }

  private List<String> configs(String filter) {
    return vendor.api().get("/tier/configs?" + filter).expect(200).ids();
  }

  @Test
  void anIllegalTransitionSaysWhatIsAllowed() {
    orderOf(customer);
    String tier1 = tierRequestOf(reseller, 1).at("id");
    Api.Answer refused = vendor.api().post(REQUESTS + "/" + tier1 + "/approve").expect(400);
    assertThat(refused.at("error_code")).isEqualTo("TCR_002");
    assertThat(refused.json().path("allowed").toString()).isEqualTo("[\"fail\"]");
    distributor.api().post(REQUESTS + "/" + tier1 + "/approve").expect(403);
    vendor.api().post(REQUESTS + "/" + tier1 + "/fail", "{}").expect(400);
  }

  @Test
  void ofWhatIsOverItIsToldThatNothingIsAllowed() {
    orderOf(customer);
    String id = tierRequestOf(top, 2).at("id");
    vendor.api().post(REQUESTS + "/" + id + "/fail", "{\"reason\": \"No.\"}").expect(204);
    for (String action : List.of("approve", "inquire", "pend", "assign", "unassign")) {
      Api.Answer refused = vendor.api().post(REQUESTS + "/" + id + "/" + action).expect(400);
      assertThat(refused.at("error_code")).isEqualTo("TCR_002");
      assertThat(refused.at("detail"))
          .isEqualTo("Cannot %s: the status is failed.".formatted(action));
      assertThat(refused.json().path("allowed").isArray()).as(action).isTrue();
      assertThat(refused.json().path("allowed")).isEmpty();
    }
  }

  @Test
  void theTileIsRenderedOnceWithWhatHolds() {
    String template =
        vendor
            .api()
            .post(
                "/products/" + product + "/templates",
                """
                {"name": "Welcome", "scope": "tier2", "type": "fulfillment",
                 "body": "# Hello\\nYou said {{ tier2_ordering }}, we say {{tier2_fulfillment}}{{ nothing }}."}
                """)
            .expect(201)
            .at("id");
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    answer(request, "tier2");
    vendor.api().put(REQUESTS + "/" + request, params("tier2_fulfillment", "given")).expect(200);
    String ofTier1 =
        vendor
            .api()
            .get("/products/" + product + "/templates?scope=tier1&type=fulfillment")
            .expect(200)
            .at("0.id");
    for (String wrong : List.of(ofTier1, "TL-000-000-000")) {
      Api.Answer refused =
          vendor
              .api()
              .post(
                  REQUESTS + "/" + request + "/approve",
                  "{\"template\": {\"id\": \"%s\"}}".formatted(wrong))
              .expect(400);
      assertThat(refused.at("violations.0.pointer")).isEqualTo("/template/id");
    }
    Api.Answer approved =
        vendor
            .api()
            .post(
                REQUESTS + "/" + request + "/approve",
                "{\"template\": {\"id\": \"%s\"}, \"effective_date\": \"2026-12-01\"}"
                    .formatted(template))
            .expect(200);
    String tile = "# Hello\nYou said asked, we say given.";
    assertThat(approved.at("template.id")).isEqualTo(template);
    assertThat(approved.at("template.representation")).isEqualTo(tile);
    assertThat(approved.at("effective_date")).isEqualTo("2026-12-01T00:00:00+00:00");
    vendor
        .api()
        .put(
            "/products/" + product + "/templates/" + template,
            "{\"name\": \"W\", \"body\": \"Other\"}")
        .expect(200);
    Api.Answer configuration =
        distributor
            .api()
            .get("/tier/configs/" + tierRequestOf(top, 2).at("configuration.id"))
            .expect(200);
    assertThat(configuration.at("template.representation")).as("once").isEqualTo(tile);
  }

  @Test
  void withoutATemplateTheProductsDefaultIsShown() {
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    answer(request, "tier2");
    Api.Answer approved = approve(request, "tier2");
    assertThat(approved.at("template.id")).startsWith("TL-");
    assertThat(approved.at("template.representation")).isNotEmpty();
  }

  @Test
  void requestsAndConfigurationsAreFoundByTheirValues() {
    String configuration = configured();
    String request = tierRequestOf(top, 2).at("id");
    for (String list :
        List.of("/tier/configs?", REQUESTS + "?configuration.id=" + configuration + "&")) {
      assertThat(found(list + "params.id=tier2_ordering")).isEqualTo(1);
      assertThat(found(list + "params.id=tier1_ordering")).isZero();
      assertThat(found(list + "params.value=asked")).isEqualTo(1);
      assertThat(found(list + "in(params.id,(tier2_ordering,x))&ilike(params.value,*SKE*)"))
          .isEqualTo(1);
      assertThat(found(list + "params.id=tier2_fulfillment&params.value=asked"))
          .as("that is the value of another")
          .isZero();
      assertThat(found(list + "ne(params.value,asked)")).isZero();
    }
    assertThat(found("/tier/configs?contract.id=CRD-00000-00000-00000")).isEqualTo(1);
    assertThat(found(REQUESTS + "?ne(configuration.contract.id,null())&id=" + request)).isZero();
  }

  @Test
  void nobodyFindsSecretsByAskingForThem() {
    vendor
        .api()
        .post(
            "/products/" + product + "/parameters",
            """
            {"name": "pin", "title": "PIN", "type": "password", "scope": "tier2",
             "phase": "ordering"}
            """)
        .expect(201);
    orderOf(customer);
    String id = tierRequestOf(top, 2).at("id");
    distributor.api().put(REQUESTS + "/" + id, params("pin", "4711")).expect(200);
    String asked = REQUESTS + "?like(params.value,4*)";
    assertThat(found(asked)).isZero();
    assertThat(found(REQUESTS + "?params.id=pin")).isEqualTo(1);
    assertThat(vendor.api().get(asked).expect(200).ids()).containsExactly(id);
    vendor
        .api()
        .delete(
            "/products/"
                + product
                + "/parameters/"
                + vendor.api().get("/products/" + product + "/parameters?name=pin").at("0.id"))
        .expect(204);
    assertThat(vendor.api().get(asked).expect(200).ids()).as("nor what is not shown").isEmpty();
  }

  private int found(String query) {
    return distributor.api().get(query).expect(200).ids().size();
  }

  @Test
  void foreignRequestsDoNotExist() {
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    String configuration = tierRequestOf(top, 2).at("configuration.id");
    for (Company stranger : List.of(world.distributor(), world.vendor())) {
      Api api = stranger.api();
      api.get("/tier/configs/" + configuration).expect(404);
      assertThat(api.get("/tier/configs").expect(200).ids()).isEmpty();
      assertThat(api.get(REQUESTS).expect(200).ids()).isEmpty();
      api.get(REQUESTS + "/" + request).expect(404);
      api.put(REQUESTS + "/" + request, params("tier2_ordering", "x")).expect(404);
      for (String action :
          List.of("approve", "inquire", "pend", "assign", "unassign", "validate", "submit")) {
        api.post(REQUESTS + "/" + request + "/" + action, "{}").expect(404);
      }
      api.post(REQUESTS + "/" + request + "/fail", "{\"reason\": \"No.\"}").expect(404);
    }
  }

  @Test
  void aResellerWithAnOpenRequestIsNotDecommissioned() {
    String lonely = World.reseller(distributor, "Lonely", null);
    String request =
        distributor
            .api()
            .post(REQUESTS, setup(1, "{\"id\": \"%s\"}".formatted(lonely), ""))
            .expect(201)
            .at("id");
    Api.Answer held = distributor.api().delete("/tier/accounts/" + lonely).expect(400);
    assertThat(held.at("params.held_by.0.id")).isEqualTo(request);
    distributor
        .api()
        .post(REQUESTS + "/" + request + "/fail", "{\"reason\": \"Closing.\"}")
        .expect(204);
    distributor.api().delete("/tier/accounts/" + lonely).expect(204);
  }

  @Test
  void aDraftIsTheDistributorsAlone() {
    vendor
        .api()
        .put("/products/" + product, "{\"capabilities\": {\"tiers\": {\"validation\": true}}}")
        .expect(200);
    Api.Answer draft =
        distributor
            .api()
            .post(REQUESTS, draft("{\"id\": \"tier2_ordering\", \"value\": \"emea\"}"))
            .expect(201);
    String id = draft.at("id");
    assertThat(draft.at("status")).isEqualTo("draft");
    vendor.api().get(REQUESTS + "/" + id).expect(404);
    assertThat(vendor.api().get(REQUESTS).expect(200).ids()).doesNotContain(id);
    assertThat(vendor.api().post(REQUESTS + "/" + id + "/fail", "{\"reason\": \"x\"}").status())
        .isEqualTo(404);
    Api.Answer submitted = distributor.api().post(REQUESTS + "/" + id + "/submit", "{}");
    assertThat(submitted.expect(200).at("status")).isEqualTo("pending");
    vendor.api().get(REQUESTS + "/" + id).expect(200);
    distributor.api().post(REQUESTS + "/" + id + "/submit", "{}").expect(400);
  }

  @Test
  void aDraftHoldsNoPlaceAndNothingWaitsForIt() {
    vendor
        .api()
        .put("/products/" + product, "{\"capabilities\": {\"tiers\": {\"validation\": true}}}")
        .expect(200);
    String id = distributor.api().post(REQUESTS, draft("")).expect(201).at("id");
    String order = orderOf(customer);
    String setup = tierRequestOf(top, 2).at("id");
    assertThat(setup).isNotEqualTo(id);
    Api.Answer late = distributor.api().post(REQUESTS + "/" + id + "/submit", "{}").expect(409);
    assertThat(late.at("params.request_id")).isEqualTo(setup);
    setUp(top, 2);
    assertThat(
            distributor
                .api()
                .post(REQUESTS + "/" + id + "/submit", "{}")
                .expect(409)
                .at("error_code"))
        .isEqualTo("TCR_004");
    assertThat(statusOf(order)).isEqualTo("tiers_setup");
  }

  @Test
  void aDraftThatNobodySubmitsIsGoneAfterAWeek() {
    vendor
        .api()
        .put("/products/" + product, "{\"capabilities\": {\"tiers\": {\"validation\": true}}}")
        .expect(200);
    String young = distributor.api().post(REQUESTS, draft("")).expect(201).at("id");
    String old = distributor.api().post(REQUESTS, draft("")).expect(201).at("id");
    jdbc.update(
        "update tier_configuration_request set updated_at = updated_at - interval '8 days' where id"
            + " = ?",
        old);
    expireDrafts.expire();
    distributor.api().get(REQUESTS + "/" + old).expect(404);
    distributor.api().get(REQUESTS + "/" + young).expect(200);
    distributor.api().post(REQUESTS + "/" + young + "/submit").expect(200);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from scheduled_tasks where task_name = 'expire-drafts'",
                Integer.class))
        .as("it is a job")
        .isEqualTo(1);
  }

  @Test
  void withoutTheCapabilityADraftIsTheRealThing() {
    assertThat(distributor.api().post(REQUESTS, draft("")).expect(201).at("status"))
        .isEqualTo("inquiring");
  }

  @Test
  void valuesAreTriedInADraft() {
    World.parameter(
        vendor, product, "tier2", "ordering", "code", "\"min_length\": 3, \"max_length\": 5");
    vendor
        .api()
        .put("/products/" + product, "{\"capabilities\": {\"tiers\": {\"validation\": true}}}")
        .expect(200);
    String id = distributor.api().post(REQUESTS, draft("")).expect(201).at("id");
    Api.Answer tried =
        distributor
            .api()
            .post(
                REQUESTS + "/" + id + "/validate",
                """
                {"params": [{"id": "code", "value": "x"},
                            {"id": "tier2_ordering", "value": "emea"}]}
                """)
            .expect(200);
    assertThat(tried.at("params.0.id")).isEqualTo("tier2_ordering");
    assertThat(tried.at("params.0.value")).isEqualTo("emea");
    assertThat(tried.at("params.1.id")).isEqualTo("code");
    assertThat(tried.at("params.1.value_error")).isNotEmpty();
    Api.Answer refused = distributor.api().post(REQUESTS + "/" + id + "/submit").expect(400);
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/params/code");
    Api.Answer mended =
        distributor
            .api()
            .post(REQUESTS + "/" + id + "/validate", params("code", "abcd"))
            .expect(200);
    assertThat(mended.at("params.1.value_error")).isEmpty();
    assertThat(distributor.api().post(REQUESTS + "/" + id + "/submit").expect(200).at("status"))
        .isEqualTo("pending");
  }

  /** The tier 2, set up; the id of its configuration. */
  private String configured() {
    String request =
        distributor
            .api()
            .post(REQUESTS, setup(2, "{\"id\": \"%s\"}".formatted(top), ""))
            .expect(201)
            .at("id");
    answer(request, "tier2");
    approve(request, "tier2");
    return tierRequestOf(top, 2).at("configuration.id");
  }

  private String setup(int level, String account, String params) {
    return """
    {"type": "setup",
     "configuration": {"product": {"id": "%s"}, "account": %s, "tier_level": %d},
     "params": [%s]}
    """
        .formatted(product, account, level, params);
  }

  private String draft(String params) {
    return setup(2, "{\"id\": \"%s\"}".formatted(top), params)
        .replace("\"type\": \"setup\"", "\"type\": \"setup\", \"status\": \"draft\"");
  }

  private static String change(String configuration, String type, String name, String value) {
    String said = type == null ? "" : "\"type\": \"%s\", ".formatted(type);
    return "{%s\"configuration\": {\"id\": \"%s\"}, \"params\": [{\"id\": \"%s\", \"value\": \"%s\"}]}"
        .formatted(said, configuration, name, value);
  }
}
