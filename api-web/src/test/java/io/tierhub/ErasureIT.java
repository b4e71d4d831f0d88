package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErasureIT extends HttpTest {

  private World world;
  private Company distributor;
  private Company vendor;
  private String product;

  /** With letters that no hex digits have. */
  private final String mark = "zq" + UUID.randomUUID().toString().substring(0, 8);

  /** A product that asks the customer for its address, a phone number, an e-mail and a domain. */
  @BeforeEach
  void aProduct() {
    world = world();
    distributor = world.distributor();
    vendor = world.vendor();
    product = world.soldProduct(vendor, true, distributor, world.hub(distributor));
    World.parameter(vendor, product, "asset", "ordering", "domain", "");
    vendor
        .api()
        .post(
            "/products/" + product + "/parameters",
            """
            {"name": "contact_email", "title": "E", "type": "email", "scope": "asset",
             "phase": "ordering", "constraints": {"required": true, "unique": true}}
            """)
        .expect(201);
  }

  private String of(String part) {
    return part + mark;
  }

  /** A body in which everything that may be personal is marked. */
  private String body(String type, String parent, String suffix) {
    return """
    {"type": "%s", "name": "%s%s", "external_id": "%s", "external_uid": "%s", "tax_id": "%s", %s
     "contact_info": {
       "address_line1": "%s", "address_line2": "%s", "city": "%s", "postal_code": "8001",
       "country": "CH",
       "contact": {"first_name": "%s", "last_name": "%s", "email": "%s@example.com",
         "phone_number": {"country_code": "+41", "area_code": "44", "phone_number": "2119000"}}}}
    """
        .formatted(
            type,
            of("Firma"),
            suffix,
            of("extern"),
            of("extern") + suffix,
            of("tax"),
            parent == null ? "" : "\"parent\": {\"id\": \"%s\"},".formatted(parent),
            of("Strasse"),
            of("Postfach"),
            of("Ort"),
            of("Vorname"),
            of("Nachname"),
            of("mail"));
  }

  /** Whatever table still has something of it. */
  private List<String> found() {
    List<String> found = new ArrayList<>();
    for (String table :
        jdbc.queryForList(
            "select table_name from information_schema.tables where table_schema = 'public' and"
                + " table_type = 'BASE TABLE'",
            String.class)) {
      String bytes =
          String.join(
              "",
              jdbc.queryForList(
                  "select ' or position(convert_to(?, ''UTF8'') in ' || column_name || ') > 0' from"
                      + " information_schema.columns where table_schema = 'public' and table_name ="
                      + " ? and data_type = 'bytea' limit 1",
                  String.class,
                  table));
      List<Object> values = new ArrayList<>(List.of("%" + mark + "%"));
      if (!bytes.isEmpty()) {
        values.add(mark);
      }
      jdbc.queryForList(
              "select t::text from " + table + " t where t::text ilike ?" + bytes,
              String.class,
              values.toArray())
          .forEach(row -> found.add(table + ": " + row));
    }
    return found;
  }

  private Api.Answer erase(Company who, String id, String query) {
    return who.api().post("/tier/accounts/" + id + "/erase" + query);
  }

  /** Of a name that leads inside: what would have been sent is kept all the same. */
  private static String webhook(Company owner) {
    return owner
        .api()
        .post(
            "/notifications/webhooks",
            """
            {"object_class": "fulfillment_request", "label": "W",
             "external_url": "http://localhost:1/"}
            """)
        .expect(201)
        .at("id");
  }

  private boolean isTried(String webhook) {
    return jdbc.queryForObject(
            "select successes + failures from webhook_health where webhook_id = ?",
            Long.class,
            webhook)
        > 0;
  }

  @Test
  void takesThePersonalDataOutOfEveryTable() {
    String webhook = webhook(vendor);
    String reseller =
        distributor.api().post("/tier/accounts", body("reseller", null, "-R")).expect(201).at("id");
    String customer =
        distributor
            .api()
            .keyed("create", "POST", "/tier/accounts", body("customer", reseller, ""))
            .expect(201)
            .at("id");
    String order =
        distributor
            .api()
            .post(
                "/requests",
                World.purchaseBody(product, customer)
                    .replace(
                        "\"asset\": {",
                        "\"asset\": {\"params\": [{\"id\": \"domain\", \"value\": \"%s.example\"}],"
                            .formatted(of("Firma"))))
            .expect(201)
            .at("id");
    Api.Answer asked = distributor.api().get("/requests/" + order).expect(200);
    assertThat(asked.at("status")).isEqualTo("inquiring");
    String code = asked.at("params_form_url").replaceFirst(".*/", "");
    distributor
        .api()
        .as(null)
        .post(
            "/requests/" + order + "/pend?code=" + code,
            "{\"asset\": {\"params\": [{\"id\": \"contact_email\", \"value\": \"%s@example.com\"}]}}"
                .formatted(of("mail")))
        .expect(200);
    Api.Answer byLink =
        distributor.api().get("/audit?token.type=link&object.id=" + order).expect(200);
    assertThat(byLink.at("0.by.id")).isEqualTo(customer);
    assertThat(byLink.at("0.by.name")).isEqualTo(of("Firma"));
    vendor
        .api()
        .post(
            "/conversations/" + order + "/messages",
            "{\"text\": \"Call %s!\"}".formatted(of("Nachname")))
        .expect(201);
    vendor.api().post("/requests/" + order + "/approve").expect(200);
    distributor
        .api()
        .put(
            "/tier/accounts/" + customer,
            "{\"name\": \"%s\", \"contact_info\": {\"city\": \"%s\"}}"
                .formatted(of("Firma") + "-2", of("Ort") + "-2"))
        .expect(200);
    String asset = asked.at("asset.id");
    String cancel =
        distributor
            .api()
            .post(
                "/requests", "{\"type\": \"cancel\", \"asset\": {\"id\": \"%s\"}}".formatted(asset))
            .expect(201)
            .at("id");
    vendor.api().post("/requests/" + cancel + "/approve").expect(200);

    Api.Answer early = erase(distributor, customer, "").expect(400);
    assertThat(early.at("error_code")).isEqualTo("TA_011");
    await().atMost(Duration.ofMinutes(2)).until(() -> isTried(webhook));
    vendor.api().put("/notifications/webhooks/" + webhook, "{\"active\": false}").expect(200);
    distributor.api().delete("/tier/accounts/" + customer).expect(204);
    assertThat(found())
        .as("so that the test sees something")
        .hasSizeGreaterThan(10)
        .anyMatch(row -> row.startsWith("webhook_attempt:"));
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() ->
            jdbc.queryForObject(
                    "select count(*) from outbox where subject = ?", Long.class, customer)
                == 0);

    Api.Answer told = erase(distributor, customer, "?dry_run=true").expect(200);
    assertThat(told.at("effects.erased.versions")).isEqualTo("2");
    assertThat(told.at("effects.events.0.type")).isEqualTo("tier_account.erased");
    assertThat(
            distributor
                .api()
                .get("/tier/accounts/" + customer + "/versions/1")
                .expect(200)
                .at("name"))
        .isEqualTo(of("Firma"));

    Api.Answer erased = erase(distributor, customer, "").expect(200);
    assertThat(erase(distributor, customer, "").expect(200).text()).isEqualTo(erased.text());

    Api.Answer first =
        distributor.api().get("/tier/accounts/" + customer + "/versions/1").expect(200);
    assertThat(first.at("name")).isEqualTo("erased");
    assertThat(first.at("contact_info.country")).isEqualTo("CH");
    // The reseller above it still has its own.
    distributor.api().delete("/tier/accounts/" + reseller).expect(204);
    erase(distributor, reseller, "").expect(200);
    assertThat(found()).isEmpty();

    Api.Answer audit =
        distributor.api().get("/audit?object.id=" + customer + "&limit=100").expect(200);
    assertThat(audit.at("0.action")).isEqualTo("tier_account.erased");
    assertThat(audit.at("1.action")).isEqualTo("tier_account.decommissioned");
    assertThat(audit.at("1.erased")).isEqualTo("true");
    assertThat(audit.at("1.by.name")).isNull();
    Api.Answer chain = world.ops().api().get("/ops/audit/verification").expect(200);
    assertThat(chain.json().path("faults").toString()).doesNotContain("sealed in entry");
    assertThat(chain.at("holds")).isEqualTo("true");
    assertThat(vendor.api().get("/requests/" + order).expect(200).at("status"))
        .isEqualTo("approved");
    vendor.api().get("/requests/" + order + "/render").expect(200, 404);
    vendor.api().get("/conversations/" + order + "/messages").expect(200);
    assertThat(vendor.api().get("/tier/account-requests?account.id=" + customer).expect(200).json())
        .hasSize(1);
  }

  @Test
  void takesItOutOfWhatAResellerSaid() {
    String configured = world.tierProduct(vendor, 1, distributor, world.hub(distributor));
    vendor
        .api()
        .post(
            "/products/" + configured + "/parameters",
            """
            {"name": "tier_email", "title": "E", "type": "email", "scope": "tier1",
             "phase": "ordering", "constraints": {"required": true}}
            """)
        .expect(201);
    World.parameter(vendor, configured, "tier1", "fulfillment", "partner_code", "");
    String template =
        vendor
            .api()
            .post(
                "/products/" + configured + "/templates",
                """
                {"name": "Welcome", "body": "Hello {{ tier_email }}", "scope": "tier1",
                 "type": "fulfillment"}
                """)
            .expect(201)
            .at("id");
    String reseller =
        distributor.api().post("/tier/accounts", body("reseller", null, "-R")).expect(201).at("id");
    Api.Answer setup =
        distributor
            .api()
            .post(
                "/tier/config-requests",
                """
                {"type": "setup", "configuration": {"product": {"id": "%s"},
                 "account": {"id": "%s"}, "tier_level": 1}}
                """
                    .formatted(configured, reseller))
            .expect(201);
    String path = "/tier/config-requests/" + setup.at("id");
    String code =
        distributor
            .api()
            .get(path)
            .expect(200)
            .text()
            .replaceFirst("(?s).*/forms/([^\"]+)\".*", "$1");
    distributor
        .api()
        .as(null)
        .post(
            path + "/pend?code=" + code,
            "{\"params\": [{\"id\": \"tier_email\", \"value\": \"%s@example.com\"}]}"
                .formatted(of("mail")))
        .expect(204);
    vendor
        .api()
        .put(
            path,
            "{\"params\": [{\"id\": \"partner_code\", \"value\": \"%s\"}]}"
                .formatted(of("Firma") + "-R"))
        .expect(200);
    vendor
        .api()
        .post(path + "/approve", "{\"template\": {\"id\": \"%s\"}}".formatted(template))
        .expect(200);
    String configuration = "/tier/configs/" + setup.at("configuration.id");
    assertThat(distributor.api().get(configuration + "/render").expect(200).text())
        .contains(of("mail"));
    assertThat(found())
        .anyMatch(row -> row.startsWith("tier_configuration:"))
        .anyMatch(row -> row.startsWith("tier_configuration_request:"))
        .anyMatch(row -> row.startsWith("conversation_message:"));
    distributor.api().delete("/tier/accounts/" + reseller).expect(204);
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() ->
            jdbc.queryForObject(
                    "select count(*) from outbox where subject = ?", Long.class, reseller)
                == 0);
    erase(distributor, reseller, "").expect(200);
    assertThat(found()).isEmpty();
    vendor.api().get(configuration).expect(200);
    vendor.api().get(path).expect(200);
  }

  @Test
  void leavesWhatOnlyLooksLikeIt() {
    World.parameter(vendor, product, "asset", "fulfillment", "value", "");
    String reseller = World.reseller(distributor, "R", null);
    String customer = World.customer(distributor, "value", reseller);
    String order =
        distributor
            .api()
            .post(
                "/requests",
                World.purchaseBody(product, customer)
                    .replace(
                        "\"asset\": {",
                        "\"asset\": {\"params\": [{\"id\": \"contact_email\", \"value\":"
                            + " \"%s@example.com\"}],".formatted(of("mail"))))
            .expect(201)
            .at("id");
    vendor
        .api()
        .put(
            "/requests/" + order,
            """
            {"asset": {"params": [{"id": "value", "value": "its \\"value\\" is valued"}]}}
            """)
        .expect(200);
    vendor.api().post("/requests/" + order + "/fail", "{\"reason\": \"No value.\"}").expect(200);
    distributor.api().delete("/tier/accounts/" + customer).expect(204);
    erase(distributor, customer, "").expect(200);
    assertThat(found()).isEmpty();
    Api.Answer now = vendor.api().get("/requests/" + order).expect(200);
    assertThat(now.at("reason")).isEqualTo("No erased.");
    assertThat(
            now.json()
                .at("/asset/params")
                .valueStream()
                .filter(param -> param.path("id").asString().equals("value"))
                .map(param -> param.path("value").asString()))
        .containsExactly("its \"erased\" is valued");
  }

  @Test
  void isForTheOwnerOfADecommissionedAccount() {
    String reseller = World.reseller(distributor, "R", null);
    String customer = World.customer(distributor, "C", reseller);
    Api.Answer lives = erase(distributor, reseller, "").expect(400);
    assertThat(lives.at("params.held_by.0.id")).isEqualTo(customer);
    erase(world.ops(), reseller, "").expect(403);
    erase(world.distributor(), reseller, "").expect(404);
    distributor.api().delete("/tier/accounts/" + customer).expect(204);
    erase(world.ops(), customer, "").expect(403);
    erase(vendor, customer, "").expect(404);
    erase(distributor, customer, "").expect(200);
  }
}
