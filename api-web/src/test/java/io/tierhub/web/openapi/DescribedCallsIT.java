package io.tierhub.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.support.Api;
import io.tierhub.support.Logged;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Every operation takes its own example and answers as it is described. */
@Isolated("it draws keys of links")
class DescribedCallsIT extends OpenApiTest {

  /**
   * To look at values, to mail a link, what the examples leave as it is, how far somebody has read,
   * and who works on what.
   */
  private static final List<String> WRITE_NOTHING =
      List.of(
          "DELETE /public/v1/feed/consumers/{name}",
          "POST /public/v1/leases/{id}/release",
          "POST /public/v1/leases/{id}/renew",
          "POST /public/v1/requests/claim",
          "POST /public/v1/requests/{id}/validate",
          "POST /public/v1/tier/account-requests/claim",
          "POST /public/v1/tier/config-requests/claim",
          "POST /public/v1/tier/configs/{id}/portal-link",
          "PUT /public/v1/feed/consumers/{name}",
          "PUT /public/v1/hubs/{id}",
          "PUT /public/v1/marketplaces/{id}");

  @Test
  void everyOperationDoesWhatItsDescriptionSays() {
    try (Logged logged = new Logged()) {
      everyOperation();
      assertThat(logged.entries()).noneMatch(entry -> entry.contains("changed without an event"));
    }
  }

  private void everyOperation() {
    DescribedCalls calls = new DescribedCalls(description("all"));
    World world = world();
    Company distributor = world.distributor();
    Company vendor = world.vendor();
    calls.let("PA-687-574", distributor.id());

    String hub = outlets(calls, distributor);
    String product = product(calls, vendor);
    parameters(calls, vendor, product);
    templates(calls, vendor, product);
    messages(calls, vendor, product);
    connection(calls, distributor, vendor, product, hub);
    String customer = accounts(calls, distributor);
    configurations(calls, vendor, product);
    orders(calls, distributor, vendor, product);
    changes(calls, distributor, vendor, customer);
    drafts(calls, distributor, vendor, product, customer);
    tiers(calls, distributor, vendor, product);
    access(calls, distributor);
    webhooks(calls, vendor);
    linkKeys(calls, world.ops());
    calls.call(world.ops(), "get", "/feed?after=0&limit=1000");
    consumers(calls, distributor);
    calls.call(distributor, "get", "/audit?limit=1000");
    calls.call(vendor, "get", "/audit?limit=1000");
    calls.call(world.ops(), "get", "/ops/audit/verification");
    calls.call(world.ops(), "get", "/ops/invariants");
    calls.call(distributor, "get", "/ops/queues");
    String trace =
        distributor
            .api()
            .put("/tier/accounts/" + customer, "{\"name\": \"Of a trace\"}")
            .expect(200)
            .header("X-Trace-Id");
    calls.call(distributor, "get", "/ops/trace/{trace_id}", trace);

    assertThat(calls.faults()).isEmpty();
    assertThat(calls.notMade()).as("add a call of each here").isEmpty();
    assertThat(notInTheAudit(calls))
        .as("writes of which the audit has nothing")
        .containsExactlyElementsOf(WRITE_NOTHING);
  }

  private List<String> notInTheAudit(DescribedCalls calls) {
    return calls.written().entrySet().stream()
        .filter(call ->
            jdbc.queryForObject(
                    "select count(*) from audit_entry where trace = any(?)",
                    Long.class,
                    (Object) call.getValue().toArray(String[]::new))
                == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void consumers(DescribedCalls calls, Company distributor) {
    String path = "/feed/consumers/{name}";
    calls.call(distributor, "put", path, "billing");
    calls.call(distributor, "get", path, "billing");
    calls.call(distributor, "get", "/feed/consumers");
    calls.call(distributor, "delete", path, "billing");
  }

  private static String outlets(DescribedCalls calls, Company distributor) {
    String hub = calls.call(distributor, "post", "/hubs").at("id");
    calls.let("HB-0309-9389", hub);
    calls.call(distributor, "put", "/hubs/{id}", hub);
    calls.call(distributor, "get", "/hubs/{id}", hub);
    calls.call(distributor, "get", "/hubs");
    String marketplace = calls.call(distributor, "post", "/marketplaces").at("id");
    calls.call(distributor, "put", "/marketplaces/{id}", marketplace);
    calls.call(distributor, "get", "/marketplaces/{id}", marketplace);
    calls.call(distributor, "get", "/marketplaces");
    calls.call(distributor, "get", "/hubs/{id}/marketplaces", hub);
    return hub;
  }

  private static String product(DescribedCalls calls, Company vendor) {
    String product = calls.call(vendor, "post", "/products").at("id");
    calls.let("PRD-403-038-754", product);
    calls.let("BACKUP-SEAT", "FJB-SEAT");
    calls.call(vendor, "put", "/products/{id}", product);
    calls.call(vendor, "post", "/products/{id}/items", product);
    calls.call(vendor, "get", "/products/{id}/items", product);
    calls.call(vendor, "post", "/products/{id}/publish", product);
    calls.call(vendor, "post", "/products/{id}/endsale", product);
    calls.call(vendor, "post", "/products/{id}/resumesale", product);
    calls.call(vendor, "get", "/products/{id}", product);
    calls.call(vendor, "get", "/products");
    return product;
  }

  private static void templates(DescribedCalls calls, Company vendor, String product) {
    String path = "/products/{product}/templates";
    String id = calls.call(vendor, "post", path, product).at("id");
    calls.call(vendor, "get", path, product);
    calls.call(vendor, "get", path + "/{id}", product, id);
    calls.call(vendor, "put", path + "/{id}", product, id);
    calls.call(vendor, "get", path + "/{id}/render", product, id);
    calls.call(vendor, "get", path + "/{id}/preview", product, id);
    calls.call(vendor, "delete", path + "/{id}", product, id);
  }

  private static void messages(DescribedCalls calls, Company vendor, String product) {
    String path = "/products/{product}/messages";
    String id = calls.call(vendor, "post", path, product).at("id");
    calls.call(vendor, "get", path, product);
    calls.call(vendor, "get", path + "/{id}", product, id);
    calls.call(vendor, "put", path + "/{id}", product, id);
    calls.call(vendor, "delete", path + "/{id}", product, id);
  }

  private static void parameters(DescribedCalls calls, Company vendor, String product) {
    String path = "/products/{product}/parameters";
    String vat = calls.call(vendor, "post", path, product).at("id");
    String choice = calls.call(vendor, "post", path, 1, product).at("id");
    String dependent = calls.call(vendor, "post", path, 2, product).at("id");
    calls.call(vendor, "get", path, product);
    calls.call(vendor, "get", path + "/{id}", product, dependent);
    calls.call(vendor, "get", path + "/schema?scope=tier1", product);
    calls.call(vendor, "put", path + "/{id}", product, choice);
    calls.call(vendor, "delete", path + "/{id}", product, dependent);
    calls.call(vendor, "delete", path + "/{id}", product, vat);
    calls.call(vendor, "delete", path + "/{id}", product, choice);
  }

  private static void connection(
      DescribedCalls calls, Company distributor, Company vendor, String product, String hub) {
    String path = "/products/{product}/connections";
    String first = calls.call(vendor, "post", path, product).at("id");
    calls.call(distributor, "put", path + "/{id}", product, first);
    calls.call(distributor, "get", path + "/{id}", product, first);
    calls.call(distributor, "post", path, product);
    calls.call(distributor, "get", path, product);
    calls.call(distributor, "get", "/hubs/{hub}/connections", hub);
  }

  private static String accounts(DescribedCalls calls, Company distributor) {
    Api.Answer reseller = calls.call(distributor, "post", "/tier/accounts");
    calls.call(distributor, "post", "/tier/accounts", 1);
    calls.let("a6fbc2d5-891d-44df-8856-e78ed18edb38", reseller.at("external_uid"));
    String top = reseller.at("id");
    String customer = World.customer(distributor, "Customer", top);
    String other = World.customer(distributor, "Other", top);
    calls.let("TA-6458-9737-0065", customer);
    String account = "/tier/accounts/{id}";
    calls.call(distributor, "get", "/tier/accounts?limit=1&ordering=-id");
    calls.call(distributor, "get", account, customer);
    calls.call(distributor, "get", account + "/ancestors", customer);
    calls.call(distributor, "get", account + "/descendants", top);
    calls.call(distributor, "get", account + "/tree", top);
    calls.call(distributor, "get", account + "/tree?depth=0", top);
    calls.call(distributor, "delete", account, other);
    calls.call(distributor, "post", account + "/erase", other);
    calls.call(distributor, "get", account + "/versions", other);
    return customer;
  }

  private void orders(DescribedCalls calls, Company distributor, Company vendor, String product) {
    World.parameter(vendor, product, "asset", "ordering", "domain", "");
    World.parameter(vendor, product, "asset", "fulfillment", "tenant_id", "");
    calls.call(distributor, "post", "/requests?dry_run=true");
    Api.Answer byId = calls.call(distributor, "post", "/requests");
    Api.Answer inline = calls.call(distributor, "post", "/requests", 1);
    assertThat(calls.call(vendor, "post", "/requests/claim").at("lease")).isNotNull();
    calls.call(vendor, "post", "/requests/{id}/assign", 1, byId.at("id"));
    calls.call(vendor, "post", "/requests/{id}/unassign", byId.at("id"));
    calls.call(vendor, "post", "/requests/{id}/inquire", byId.at("id"));
    calls.call(distributor, "post", "/requests/{id}/validate", byId.at("id"));
    calls.call(distributor, "post", "/requests/{id}/pend", byId.at("id"));
    byCode(calls, distributor, vendor, byId.at("id"));
    calls.call(vendor, "put", "/requests/{id}", byId.at("id"));
    calls.call(vendor, "post", "/requests/{id}/approve", byId.at("id"));
    conversation(calls, distributor, vendor, byId.at("id"));
    calls.let("AS-1895-0864-1238", byId.at("asset.id"));
    for (int type = 2; type <= 6; type++) {
      Company who = type == 6 ? vendor : distributor;
      String next = calls.call(who, "post", "/requests", type).at("id");
      if (type == 5) {
        calls.call(vendor, "post", "/requests/{id}/fail", next);
      } else {
        calls.call(vendor, "post", "/requests/{id}/approve", next);
      }
    }
    calls.call(vendor, "post", "/requests/{id}/fail", inline.at("id"));
    calls.call(vendor, "get", "/requests/{id}", inline.at("id"));
    calls.call(vendor, "get", "/requests/{id}/render", byId.at("id"));
    calls.call(vendor, "get", "/assets/{id}/render", byId.at("asset.id"));
    calls.call(distributor, "get", "/requests");
    calls.call(distributor, "get", "/requests/{id}/explain", inline.at("id"));
    calls.call(distributor, "get", "/assets");
    calls.call(vendor, "get", "/assets/{id}", byId.at("asset.id"));
    calls.call(vendor, "get", "/assets/{id}/requests", inline.at("asset.id"));
  }

  /** As whoever has the link of an inquiry and nothing else. */
  private void byCode(DescribedCalls calls, Company distributor, Company vendor, String request) {
    calls.call(vendor, "post", "/requests/{id}/inquire", request);
    String link = distributor.api().get("/requests/" + request).expect(200).at("params_form_url");
    String code = link.substring(link.lastIndexOf('/') + 1);
    calls.form(pages(), code);
    Api nobody = distributor.api().as(null);
    calls.call(nobody, "post", "/requests/{id}/pend?code=" + code, 1, request);
  }

  private static void drafts(
      DescribedCalls calls, Company distributor, Company vendor, String product, String customer) {
    vendor
        .api()
        .put("/products/" + product, "{\"capabilities\": {\"cart\": {\"validation\": true}}}")
        .expect(200);
    for (String action : List.of("submit", "purchase")) {
      String body =
          World.purchaseBody(product, customer)
              .replace("{\"type\"", "{\"status\": \"draft\", \"type\"")
              .replace("MPN-1", "FJB-SEAT");
      String draft = distributor.api().post("/requests", body).expect(201).at("id");
      calls.call(distributor, "post", "/requests/{id}/" + action, draft);
      vendor.api().post("/requests/" + draft + "/fail", "{\"reason\": \"No.\"}").expect(200);
    }
  }

  private static void configurations(DescribedCalls calls, Company vendor, String product) {
    vendor
        .api()
        .post(
            "/products/" + product + "/parameters",
            """
            {"name": "api_url", "title": "Address", "type": "url", "scope": "product",
             "phase": "configuration"}
            """)
        .expect(201);
    calls.call(vendor, "post", "/products/{product}/configurations", product);
    calls.call(vendor, "get", "/products/{product}/configurations", product);
  }

  private static void actions(
      DescribedCalls calls, Company vendor, String product, String configuration) {
    vendor
        .api()
        .put(
            "/products/" + product,
            "{\"customer_ui_settings\": {\"action\": {\"url\": \"https://vendor.example\"}}}")
        .expect(200);
    String path = "/products/{product}/actions";
    calls.call(vendor, "post", path + "/regeneratesecret", product);
    String id = calls.call(vendor, "post", path, product).at("id");
    calls.call(vendor, "get", path, product);
    calls.call(vendor, "get", path + "/{id}", product, id);
    calls.call(vendor, "put", path + "/{id}", product, id);
    calls.call(
        vendor, "get", path + "/{id}/actionLink?tier_config_id=" + configuration, product, id);
    calls.call(vendor, "delete", path + "/{id}", product, id);
  }

  private static void conversation(
      DescribedCalls calls, Company distributor, Company vendor, String request) {
    calls.call(distributor, "get", "/conversations?instance_id=" + request);
    calls.call(distributor, "get", "/conversations/{id}", request);
    String messages = "/conversations/{id}/messages";
    String question = calls.call(vendor, "post", messages, request).at("id");
    calls.call(vendor, "post", messages, 1, request);
    calls.call(vendor, "put", messages + "/{message}", request, question);
    calls.call(vendor, "get", messages, request);
    calls.call(vendor, "delete", messages + "/{message}", request, question);
    calls.call(distributor, "post", "/conversations/{id}/close", request);
  }

  private static void changes(
      DescribedCalls calls, Company distributor, Company vendor, String customer) {
    String account = "/tier/accounts/{id}";
    calls.call(distributor, "put", account + "?dry_run=true", customer);
    calls.call(distributor, "put", account, customer);
    calls.call(distributor, "get", account + "/versions/{version}", customer, "2");
    String requests = "/tier/account-requests";
    String second = calls.call(distributor, "post", requests).at("0.id");
    Api.Answer pending = calls.call(vendor, "get", requests + "?status=pending");
    assertThat(pending.ids()).hasSize(2).contains(second);
    String first = pending.at("0.id");
    calls.call(vendor, "get", requests + "/{id}", first);
    calls.call(vendor, "get", requests + "/{id}/diff", first);
    assertThat(calls.call(vendor, "post", requests + "/claim").at("lease")).isNotNull();
    calls.call(vendor, "post", requests + "/{id}/accept", first);
    calls.call(vendor, "post", requests + "/{id}/ignore", second);
  }

  private static void tiers(
      DescribedCalls calls, Company distributor, Company vendor, String product) {
    vendor
        .api()
        .put(
            "/products/" + product,
            "{\"capabilities\": {\"tiers\": {\"validation\": true, \"configs\": {\"level\": 1}}}}")
        .expect(200);
    World.parameter(vendor, product, "tier1", "ordering", "contact_language", "");
    World.parameter(vendor, product, "tier1", "fulfillment", "partner_id", "");
    calls.let("TA-6458-9737-0065", World.reseller(distributor, "To be configured", null));
    String path = "/tier/config-requests";
    Api.Answer setup = calls.call(distributor, "post", path);
    String id = setup.at("id");
    calls.let("TC-195-110-021", setup.at("configuration.id"));
    String one = path + "/{id}";
    String lease = calls.call(vendor, "post", path + "/claim").at("lease");
    calls.call(vendor, "post", "/leases/{id}/renew", lease);
    calls.call(vendor, "get", "/leases/{id}", lease);
    calls.call(vendor, "post", "/leases/{id}/release", lease);
    calls.call(vendor, "put", one, id);
    calls.call(vendor, "post", one + "/assign", 1, id);
    calls.call(vendor, "post", one + "/unassign", id);
    calls.call(vendor, "post", one + "/inquire", id);
    calls.call(distributor, "post", one + "/validate", id);
    calls.call(distributor, "post", one + "/pend", id);
    calls.call(vendor, "post", one + "/approve", id);
    calls.call(vendor, "get", one, id);
    calls.call(vendor, "get", path + "?status=approved");
    calls.call(vendor, "get", "/tier/configs");
    calls.call(vendor, "get", "/queue?limit=1000");
    calls.call(vendor, "get", one + "/explain", id);
    Api.Answer customer = distributor.api().get("/tier/accounts?type=customer&limit=1").expect(200);
    calls.call(
        distributor, "get", "/products/{id}/requirements?account=" + customer.at("0.id"), product);
    String configuration = setup.at("configuration.id");
    calls.call(vendor, "get", "/tier/configs/{id}", configuration);
    calls.call(vendor, "get", "/tier/configs/{id}/render", configuration);
    calls.call(distributor, "post", "/tier/configs/{id}/portal-link", configuration);
    calls.call(vendor, "get", one + "/render", id);
    actions(calls, vendor, product, configuration);
    String draft = calls.call(distributor, "post", path, 2).at("id");
    calls.call(distributor, "post", one + "/submit", draft);
    calls.call(vendor, "post", one + "/fail", draft);
    calls.call(distributor, "post", path, 1);
  }

  private void linkKeys(DescribedCalls calls, Company ops) {
    // One that never sealed anything, for the links of all tests that run beside this one must
    // open.
    jdbc.update("insert into link_key (number, secret, made_at) values (0, sha256('x'), now())");
    calls.call(ops, "get", "/ops/link-keys");
    calls.call(ops, "post", "/ops/link-keys");
    calls.call(ops, "delete", "/ops/link-keys/{number}", "0");
  }

  /** Of a name that leads nowhere. */
  private void webhooks(DescribedCalls calls, Company vendor) {
    String path = "/notifications/webhooks";
    calls.let("https://vendor.example/hooks", "https://hooks.invalid/");
    String id = calls.call(vendor, "post", path).at("id");
    String one = path + "/{id}";
    calls.call(vendor, "get", path);
    calls.call(vendor, "get", one, id);
    calls.call(vendor, "put", one, id);
    calls.call(vendor, "post", one + "/rotate", id);
    String delivery = calls.call(vendor, "post", one + "/trigger", id).at("id");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            "failed"
                .equals(
                    calls
                        .call(vendor, "get", one + "/deliveries/{delivery}", id, delivery)
                        .at("status")));
    // As of an event, which alone can be replayed.
    jdbc.update(
        "update webhook_delivery set event_id = '1', event_type ="
            + " 'io.tierhub.fulfillment_request.created', event_position = 1, event_at"
            + " = created_at, line = 'PR-1-001' where id = ?",
        delivery);
    calls.call(vendor, "post", one + "/deliveries/{delivery}/replay", id, delivery);
    calls.call(vendor, "get", one + "/deliveries", id);
    calls.call(vendor, "post", one + "/replay", id);
    calls.call(vendor, "delete", one, id);
  }

  private static void access(DescribedCalls calls, Company distributor) {
    calls.call(distributor, "get", "/me");
    calls.call(distributor, "get", "/accounts");
    calls.call(distributor, "get", "/accounts/{id}", distributor.id());
    calls.call(distributor, "get", "/accounts/{id}/users", distributor.id());
    String token = calls.call(distributor, "post", "/auth/tokens").at("id");
    String path = "/auth/tokens/{id}";
    calls.call(distributor, "get", path, token);
    calls.call(distributor, "put", path, token);
    calls.call(distributor, "post", path + "/rotate", token);
    calls.call(distributor, "post", path + "/renew", token);
    calls.call(distributor, "get", "/auth/tokens");
    calls.call(distributor, "post", path + "/deactivate", token);
    calls.call(distributor, "post", path + "/activate", token);
    calls.call(distributor, "delete", path, token);
  }
}
