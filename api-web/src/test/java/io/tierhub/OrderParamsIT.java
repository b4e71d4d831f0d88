package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What orders are asked for, who gives it, and when (design §4.9, §4.14). */
class OrderParamsIT extends OrderTest {

  @BeforeEach
  void aProductThatAsksForADomainAndASecretAndIsGivenATenant() {
    World.parameter(
        vendor, product, "asset", "ordering", "domain", "\"required\": true, \"max_length\": 20");
    vendor
        .api()
        .post(
            "/products/" + product + "/parameters",
            """
            {"name": "secret", "title": "A secret", "description": "Of the administrator",
             "type": "password", "scope": "asset", "phase": "ordering"}
            """)
        .expect(201);
    World.requires(vendor, product, "asset", "fulfillment", "tenant");
  }

  @Test
  void anOrderBringsItsValues() {
    Api.Answer placed = ordered(given("domain", "example.org"), given("secret", "s3cret"));
    assertThat(placed.at("status")).isEqualTo("pending");
    assertThat(placed.at("asset.params.0.id")).isEqualTo("domain");
    assertThat(placed.at("asset.params.0.name")).isEqualTo("domain");
    assertThat(placed.at("asset.params.0.title")).isEqualTo("The domain");
    assertThat(placed.at("asset.params.0.phase")).isEqualTo("ordering");
    assertThat(placed.at("asset.params.0.scope")).isEqualTo("asset");
    assertThat(placed.at("asset.params.0.value")).isEqualTo("example.org");
    assertThat(placed.at("asset.params.0.value_error")).isEmpty();
    assertThat(placed.at("asset.params.2.id")).isEqualTo("tenant");
    assertThat(placed.json().at("/asset/params/2").has("value")).isFalse();
    assertThat(distributor.api().get("/assets/" + placed.at("asset.id")).expect(200).json())
        .as("the asset shows what its purchase brings")
        .isEqualTo(placed.json().path("asset"));
  }

  @Test
  void secretsAreTheVendors() {
    Api.Answer placed = ordered(given("domain", "example.org"), given("secret", "s3cret"));
    for (Company who : List.of(distributor, world.ops())) {
      for (String path :
          List.of("/requests/" + placed.at("id"), "/assets/" + placed.at("asset.id"))) {
        assertThat(who.api().get(path).expect(200).text()).doesNotContain("s3cret");
      }
      assertThat(who.api().get("/requests").expect(200).text()).doesNotContain("s3cret");
    }
    assertThat(placed.text()).doesNotContain("s3cret");
    assertThat(vendor.api().get("/requests/" + placed.at("id")).at("asset.params.1.value"))
        .isEqualTo("s3cret");
    assertThat(vendor.api().get("/assets").expect(200).at("0.params.1.value")).isEqualTo("s3cret");
  }

  @Test
  void aSecretIsNoTextOnceItsParameterIsDeleted() {
    ordered(given("domain", "example.org"), given("secret", "s3cret"));
    String path = "/products/" + product + "/parameters";
    String secret = vendor.api().get(path + "?name=secret").at("0.id");
    vendor.api().delete(path + "/" + secret).expect(204);
    String again =
        "{\"name\": \"%s\", \"title\": \"A\", \"type\": \"%s\", \"scope\": \"asset\", \"phase\": \"ordering\"}";
    Api.Answer refused = vendor.api().post(path, again.formatted("secret", "text")).expect(409);
    assertThat(refused.at("error_code")).isEqualTo("PRM_001");
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/name");
    vendor.api().post(path, again.formatted("secret", "password")).expect(201);

    String typo = vendor.api().post(path, again.formatted("typo", "url")).expect(201).at("id");
    vendor.api().delete(path + "/" + typo).expect(204);
    vendor.api().post(path, again.formatted("typo", "text")).expect(201);
  }

  @Test
  void assetsAndOrdersAreFoundByTheirValues() {
    Api.Answer placed = ordered(given("domain", "example.org"), given("secret", "s3cret"));
    String pair = "params.id=domain&params.value=example.org";
    assertThat(distributor.api().get("/assets?" + pair).expect(200).ids())
        .containsExactly(placed.at("asset.id"));
    assertThat(distributor.api().get("/requests?asset." + pair).expect(200).ids())
        .containsExactly(placed.at("id"));
    for (String list : List.of("/assets", "/requests")) {
      String asked = list + "?params.value=s3cret";
      assertThat(distributor.api().get(asked).expect(200).ids()).isEmpty();
      assertThat(vendor.api().get(asked).expect(200).ids()).hasSize(1);
    }
  }

  /** The index has only the beginning. */
  @Test
  void aLongValueIsFoundAsAWhole() {
    World.parameter(vendor, product, "asset", "ordering", "remark", "\"required\": false");
    String begins = "x".repeat(300);
    ordered(given("domain", "example.org"), given("remark", begins + "1"));
    String asked = "/assets?params.id=remark&params.value=" + begins;
    assertThat(vendor.api().get(asked + "1").expect(200).ids()).hasSize(1);
    assertThat(vendor.api().get(asked + "2").expect(200).ids()).isEmpty();
  }

  @Test
  void theCustomerIsAskedForWhatIsMissing() {
    String request = ordered().at("id");
    assertThat(status(request)).isEqualTo("inquiring");
    assertThat(vendor.api().get("/requests?status=inquiring").expect(200).ids())
        .containsExactly(request);
    Api.Answer filled = fill(distributor, request, given("domain", "example.org")).expect(200);
    assertThat(filled.at("status"))
        .as("until somebody says that it is answered")
        .isEqualTo("inquiring");
    assertThat(filled.at("asset.params.0.value")).isEqualTo("example.org");
    assertThat(distributor.api().get("/assets/" + filled.at("asset.id")).at("params.0.value"))
        .isEqualTo("example.org");
    assertThat(fill(vendor, request, given("tenant", "T-1")).expect(400).at("error_code"))
        .as("it is not the vendor's turn")
        .isEqualTo("REQ_001");
  }

  @Test
  void everyFaultOfAnOrderIsToldAtOnce() {
    Api.Answer refused =
        distributor
            .api()
            .post(
                "/requests",
                with(
                        order("u-1"),
                        given("domain", "a name that is too long"),
                        given("domian", "x"),
                        given("tenant", "T-1"))
                    .replace("-0001", "-0009"))
            .expect(400);
    assertThat(refused.json().path("violations").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder(
            "/asset/items/0/id",
            "/asset/params/0/value",
            "/asset/params/1/id",
            "/asset/params/2/value");
    assertThat(refused.text()).contains("did you mean 'domain'?", "fulfillment phase");
    Api.Answer odd =
        distributor
            .api()
            .post("/requests", with(order("u-1"), "{\"id\": \"domain\", \"value\": {}}"))
            .expect(400);
    assertThat(odd.at("violations.0.pointer")).isEqualTo("/asset/params/0/value");
  }

  @Test
  void approvalNeedsEveryRequiredValueAndNoError() {
    String request = ordered(given("domain", "example.org")).at("id");
    Api.Answer refused = vendor.api().post("/requests/" + request + "/approve").expect(400);
    assertThat(refused.at("error_code")).isEqualTo("REQ_007");
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/asset/params/tenant");
    fill(
            vendor,
            request,
            given("tenant", "T-1"),
            "{\"id\": \"domain\", \"value_error\": \"Not yours.\"}")
        .expect(200);
    Api.Answer wrong = vendor.api().post("/requests/" + request + "/approve").expect(400);
    assertThat(wrong.json().path("violations").findValuesAsString("pointer"))
        .containsExactly("/asset/params/domain");
    assertThat(distributor.api().get("/requests/" + request).at("asset.params.0.value_error"))
        .isEqualTo("Not yours.");
    fill(vendor, request, "{\"id\": \"domain\", \"value_error\": \"\"}").expect(200);
    Api.Answer approved = vendor.api().post("/requests/" + request + "/approve").expect(200);
    assertThat(approved.at("asset.params.2.value")).isEqualTo("T-1");
    Api.Answer asset = vendor.api().get("/assets/" + approved.at("asset.id")).expect(200);
    assertThat(asset.json().path("params")).isEqualTo(approved.json().at("/asset/params"));
    assertThat(fill(vendor, request, given("tenant", "T-2")).expect(400).at("detail"))
        .contains("approved", "vendor may change them while it is pending");
  }

  @Test
  void everybodyGivesItsOwnValues() {
    String request = ordered(given("domain", "example.org")).at("id");
    Api.Answer foreignPhase = fill(vendor, request, given("domain", "other.org")).expect(400);
    assertThat(foreignPhase.at("violations.0.pointer")).isEqualTo("/asset/params/0/value");
    assertThat(foreignPhase.at("violations.0.message")).contains("ordering phase");
    Api.Answer late = fill(distributor, request, given("domain", "other.org")).expect(400);
    assertThat(late.at("error_code")).isEqualTo("REQ_001");
    assertThat(late.at("detail"))
        .contains("distributor may change them while it is draft or inquiring");
    fill(world.ops(), request, given("domain", "other.org")).expect(403);
    fill(world.vendor(), request, given("tenant", "T-1")).expect(404);
    fill(world.distributor(), request, given("domain", "x")).expect(404);
    Api.Answer odd = fill(vendor, request, "{\"value\": \"x\"}", given("tenent", "x")).expect(400);
    assertThat(odd.at("violations.0.pointer")).isEqualTo("/asset/params/0/id");
    assertThat(fill(vendor, request, given("tenent", "x")).expect(400).at("violations.0.pointer"))
        .isEqualTo("/asset/params/0/id");
    assertThat(status(request)).isEqualTo("pending");
  }

  @Test
  void aWholeRequestMayBeSentBackByAnybody() {
    String path = "/requests/" + ordered(given("domain", "example.org")).at("id");
    vendor
        .api()
        .put(path, "{\"note\": \"Asked.\", " + filled(given("tenant", "tenant one")).substring(1))
        .expect(200);
    for (Company who : List.of(vendor, distributor)) {
      Api.Answer before = who.api().get(path).expect(200);
      assertThat(who.api().put(path, before.text()).expect(200).text()).isEqualTo(before.text());
    }
    assertThat(
            jdbc.queryForList(
                "select data from (select type, subject, data from outbox union all select type,"
                    + " subject, data from feed) e where type = 'fulfillment_request.changed' and"
                    + " subject = ?",
                String.class,
                path.substring("/requests/".length())))
        .as("only what changed is told, and no value")
        .singleElement()
        .asString()
        .contains("[\"asset.params\",\"note\"]")
        .doesNotContain("tenant one");
  }

  private Api.Answer ordered(String... params) {
    return distributor.api().post("/requests", with(order("u-1"), params)).expect(201);
  }

  private static String with(String order, String... params) {
    return order.replaceFirst(
        "\"items\"", "\"params\": [" + String.join(", ", params) + "], \"items\"");
  }

  private static Api.Answer fill(Company who, String request, String... params) {
    return who.api().put("/requests/" + request, filled(params));
  }

  private static String filled(String... params) {
    return "{\"asset\": {\"params\": [" + String.join(", ", params) + "]}}";
  }

  private static String given(String name, String value) {
    return "{\"id\": \"%s\", \"value\": \"%s\"}".formatted(name, value);
  }

  private String status(String request) {
    return distributor.api().get("/requests/" + request).expect(200).at("status");
  }
}
