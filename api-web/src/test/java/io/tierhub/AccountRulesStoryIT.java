package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Role;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What writers of accounts are refused, rule by rule of design §4, and what that changes: nothing.
 */
class AccountRulesStoryIT extends TierTest {

  @Test
  void rule1OnlyAResellerIsAParentAndACustomerNeedsOne() {
    Api.Answer below = refused(customer, "{\"parent\": {\"id\": \"%s\"}}".formatted(customer));
    assertThat(below.at("error_code")).as("itself comes first").isEqualTo("TA_006");
    String sibling = World.customer(distributor, "Sibling", reseller);
    below = refused(customer, "{\"parent\": {\"id\": \"%s\"}}".formatted(sibling));
    assertThat(below.at("error_code")).isEqualTo("TA_002");
    assertThat(below.at("violations.0.pointer")).isEqualTo("/parent/id");
    assertThat(below.at("detail")).contains(sibling);
    Api.Answer orphan = refused(customer, "{\"parent\": null}");
    assertThat(orphan.at("error_code")).isEqualTo("TA_003");
    assertThat(orphan.at("violations.0.pointer")).isEqualTo("/parent");
  }

  @Test
  void rule1ParentAndChildShareTheirHub() {
    String ofHub = opened("\"hub\": {\"id\": \"%s\"}".formatted(hub));
    Api.Answer moved = refused(reseller, "{\"parent\": {\"id\": \"%s\"}}".formatted(ofHub));
    assertThat(moved.at("error_code")).isEqualTo("TA_004");
    assertThat(moved.at("violations.0.pointer")).isEqualTo("/parent/id");
    assertThat(moved.at("detail")).contains("owner, hub and environment", ofHub, hub);
    Api.Answer born =
        refusedBirth(
            World.accountBody("customer", "Born", top, "\"hub\": {\"id\": \"%s\"}".formatted(hub)),
            400);
    assertThat(born.at("error_code")).isEqualTo("TA_004");
  }

  @Test
  void rule1ParentsOfOthersAndOfOtherEnvironmentsDoNotExist() {
    Company tests = world.company(Role.DISTRIBUTOR, Environment.TEST);
    for (String foreign :
        List.of(
            World.reseller(world.distributor(), "Foreign", null),
            World.reseller(tests, "Of the tests", null))) {
      Api.Answer moved = refused(reseller, "{\"parent\": {\"id\": \"%s\"}}".formatted(foreign));
      assertThat(moved.at("error_code")).isEqualTo("TA_010");
      assertThat(moved.at("detail")).contains("There is no account " + foreign + " of yours");
    }
    Api.Answer elsewhere =
        refusedBirth(
            World.accountBody("reseller", "Elsewhere", null, "\"environment\": \"test\""), 400);
    assertThat(elsewhere.at("violations.0.pointer")).isEqualTo("/environment");
    assertThat(elsewhere.at("detail")).contains("environment production only");
  }

  @Test
  void rule1ATreeHas20Levels() {
    String lowest = top;
    List<String> path = new ArrayList<>(List.of(top));
    for (int level = 1; level < 20; level++) {
      lowest = World.reseller(distributor, "Level " + level, lowest);
      path.add(lowest);
    }
    Api.Answer born = refusedBirth(World.accountBody("customer", "Too low", lowest), 400);
    assertThat(born.at("error_code")).isEqualTo("TA_005");
    assertThat(born.at("violations.0.pointer")).isEqualTo("/parent");
    assertThat(born.at("detail")).contains("20 levels", String.join(" > ", path));
    Api.Answer moved = refused(reseller, "{\"parent\": {\"id\": \"%s\"}}".formatted(path.get(18)));
    assertThat(moved.at("error_code")).as("its customer would be on level 21").isEqualTo("TA_005");
    assertThat(moved.at("detail")).contains("this would make 21");
  }

  @Test
  void rule1NobodyIsBelowItself() {
    Api.Answer cycle = refused(top, "{\"parent\": {\"id\": \"%s\"}}".formatted(reseller));
    assertThat(cycle.at("error_code")).isEqualTo("TA_006");
    assertThat(cycle.at("violations.0.pointer")).isEqualTo("/parent/id");
    assertThat(cycle.at("detail")).contains(top + " > " + reseller);
  }

  @Test
  void rule1WhatAnAccountIsBornWithNeverChanges() {
    Api.Answer fixed =
        refused(
            top,
            """
            {"hub": {"id": "%s"}, "environment": "test", "owner": {"id": "PA-000-001"},
             "name": "Other"}
            """
                .formatted(hub));
    assertThat(fixed.at("error_code")).isEqualTo("TA_007");
    assertThat(fixed.json().path("violations").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/hub/id", "/environment", "/owner/id");
  }

  @Test
  void rule1TheTypeOfAnAccountInUseStays() {
    Api.Answer parent = refused(reseller, "{\"type\": \"customer\"}");
    assertThat(parent.at("error_code")).isEqualTo("TA_008");
    assertThat(parent.at("violations.0.pointer")).isEqualTo("/type");
    assertThat(parent.at("params.held_by.0.id")).isEqualTo(customer);

    String asset =
        distributor.api().get("/requests/" + orderOf(customer)).expect(200).at("asset.id");
    Api.Answer buyer = refused(customer, "{\"type\": \"reseller\"}");
    assertThat(buyer.json().at("/params/held_by").findValuesAsString("id")).containsExactly(asset);

    String lonely = World.reseller(distributor, "Lonely", top);
    Api.Answer configured =
        distributor
            .api()
            .post(
                "/tier/config-requests",
                """
                {"type": "setup", "configuration": {
                   "product": {"id": "%s"}, "account": {"id": "%s"}, "tier_level": 1}}
                """
                    .formatted(product, lonely))
            .expect(201);
    fail(distributor, configured.at("id"), "Another time.");
    Api.Answer agreed = refused(lonely, "{\"type\": \"customer\"}");
    assertThat(agreed.at("error_code")).isEqualTo("TA_008");
    assertThat(agreed.json().at("/params/held_by").findValuesAsString("id"))
        .as("a configuration stays, whatever became of its requests")
        .containsExactly(configured.at("configuration.id"));
  }

  @Test
  void rule1AnExternalUidIsTakenOnceAmongTheLiving() {
    String first = opened("\"external_uid\": \"u-1\"");
    Api.Answer born =
        refusedBirth(
            World.accountBody("reseller", "Second", null, "\"external_uid\": \"u-1\""), 409);
    assertThat(born.at("error_code")).isEqualTo("TA_001");
    assertThat(born.at("violations.0.pointer")).isEqualTo("/external_uid");
    assertThat(born.at("params.id")).isEqualTo(first);
    String before = account(top).text();
    Api.Answer changed =
        distributor.api().put("/tier/accounts/" + top, "{\"external_uid\": \"u-1\"}").expect(409);
    assertThat(changed.at("error_code")).isEqualTo("TA_001");
    assertThat(account(top).text()).isEqualTo(before);
    distributor.api().delete("/tier/accounts/" + first).expect(204);
    assertThat(opened("\"external_uid\": \"u-1\"")).isNotEqualTo(first);
  }

  @Test
  void rule2TheirOwnersAloneWriteAccounts() {
    orderOf(customer);
    String before = account(customer).text();
    assertThat(vendor.api().get("/tier/accounts/" + customer).expect(200).at("id"))
        .isEqualTo(customer);
    for (Company reader : List.of(vendor, world.ops())) {
      String path = "/tier/accounts/" + customer;
      assertThat(reader.api().put(path, "{\"name\": \"Mine\"}").expect(403).at("error_code"))
          .isEqualTo("AUTH_002");
      reader.api().delete(path).expect(403);
      reader
          .api()
          .post(
              "/tier/account-requests",
              "{\"account\": {\"id\": \"%s\", \"name\": \"Mine\"}}".formatted(customer))
          .expect(403);
    }
    world
        .ops()
        .api()
        .post("/tier/accounts", World.accountBody("reseller", "Of ops", null))
        .expect(403);
    String unseen = World.customer(distributor, "Unseen", reseller);
    vendor.api().put("/tier/accounts/" + unseen, "{\"name\": \"Mine\"}").expect(404);
    vendor.api().delete("/tier/accounts/" + unseen).expect(404);
    assertThat(account(customer).text()).isEqualTo(before);
  }

  @Test
  void rule2AVendorsAccountsHaveNoHub() {
    Api.Answer born =
        vendor
            .api()
            .post(
                "/tier/accounts",
                World.accountBody(
                    "reseller", "Ours", null, "\"hub\": {\"id\": \"%s\"}".formatted(hub)))
            .expect(400);
    assertThat(born.at("violations.0.pointer")).isEqualTo("/hub/id");
    assertThat(born.at("detail")).contains("There is no hub " + hub + " of yours");
    String own = World.reseller(vendor, "Ours", null);
    assertThat(vendor.api().get("/tier/accounts/" + own).expect(200).at("hub.id"))
        .isEqualTo("HB-0000-0000");
  }

  @Test
  void rule3AReportThatChangesNothingIsNone() {
    orderOf(customer);
    Api.Answer same =
        distributor
            .api()
            .post(
                "/tier/account-requests",
                "{\"account\": {\"id\": \"%s\", \"name\": \"Customer\"}}".formatted(customer))
            .expect(400);
    assertThat(same.at("error_code")).isEqualTo("TAR_004");
    assertThat(account(customer).at("version")).isEqualTo("1");
    distributor.api().put("/tier/accounts/" + customer, "{\"name\": \"Customer\"}").expect(200);
    assertThat(account(customer).at("version")).as("nor does a PUT make a version").isEqualTo("1");
  }

  @Test
  void rule3WhatIsDecidedOrUnsupportedStays() {
    orderOf(customer);
    distributor.api().put("/tier/accounts/" + customer, "{\"name\": \"New\"}").expect(200);
    Api.Answer unsupported = vendor.api().get("/tier/account-requests").expect(200);
    assertThat(unsupported.at("0.status")).as("sync is off").isEqualTo("unsupported");
    String path = "/tier/account-requests/" + unsupported.at("0.id");
    for (String action : List.of("accept", "ignore")) {
      Api.Answer refused = vendor.api().post(path + "/" + action, "{}").expect(400);
      assertThat(refused.at("error_code")).isEqualTo("TAR_001");
      assertThat(refused.json().path("allowed")).isEmpty();
      distributor.api().post(path + "/" + action, "{}").expect(403);
    }
    assertThat(vendor.api().get(path).expect(200).at("status")).isEqualTo("unsupported");
  }

  @Test
  void rule4WhatHoldsAnAccountIsListed() {
    String order = orderOf(customer);
    String asset = distributor.api().get("/requests/" + order).expect(200).at("asset.id");
    String request = tierRequestOf(reseller, 1).at("id");
    Api.Answer held = distributor.api().delete("/tier/accounts/" + reseller).expect(400);
    assertThat(held.at("error_code")).isEqualTo("TA_009");
    assertThat(held.json().at("/params/held_by").findValuesAsString("id"))
        .containsExactlyInAnyOrder(customer, asset, request);
    assertThat(held.at("detail")).contains(customer, asset, request);
    assertThat(account(reseller).at("version")).isEqualTo("1");
  }

  private Api.Answer refused(String account, String change) {
    String before = account(account).text();
    Api.Answer refused = distributor.api().put("/tier/accounts/" + account, change).expect(400);
    assertThat(account(account).text()).as("nothing changed").isEqualTo(before);
    return refused;
  }

  private Api.Answer refusedBirth(String body, int status) {
    List<String> before = distributor.api().get("/tier/accounts").expect(200).ids();
    Api.Answer refused = distributor.api().post("/tier/accounts", body).expect(status);
    assertThat(distributor.api().get("/tier/accounts").expect(200).ids())
        .as("nothing is made")
        .isEqualTo(before);
    return refused;
  }

  private Api.Answer account(String id) {
    return distributor.api().get("/tier/accounts/" + id).expect(200);
  }

  /**
   * @param member what the account is born with
   */
  private String opened(String member) {
    return distributor
        .api()
        .post("/tier/accounts", World.accountBody("reseller", "Opened", null, member))
        .expect(201)
        .at("id");
  }
}
