package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.Together;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values of which a product wants no two alike (wire-format §7, constraint unique). */
class UniqueValuesIT extends TierTest {

  private String assetProduct;

  @BeforeEach
  void aProductThatAsksForADomainOfItsOwn() {
    assetProduct = world.soldProduct(vendor, true, distributor, hub);
    World.parameter(vendor, assetProduct, "asset", "ordering", "domain", "\"unique\": true");
    World.parameter(vendor, assetProduct, "asset", "fulfillment", "tenant", "\"unique\": true");
    World.parameter(vendor, product, "tier1", "ordering", "nick", "\"unique\": true");
  }

  private String purchase(String params) {
    return World.purchaseBody(assetProduct, customer)
        .replaceFirst("\"items\"", "\"params\": [" + params + "], \"items\"");
  }

  private static String value(String name, String value) {
    return "{\"id\": \"%s\", \"value\": \"%s\"}".formatted(name, value);
  }

  private Api.Answer ordered(String domain) {
    return distributor.api().post("/requests", purchase(value("domain", domain)));
  }

  private static void assertTaken(Api.Answer refused, String pointer) {
    refused.expect(400);
    assertThat(refused.at("violations.0.pointer")).isEqualTo(pointer);
    assertThat(refused.at("violations.0.message")).startsWith("Somebody else has this value");
  }

  @Test
  void noTwoAssetsHaveTheSame() {
    Api.Answer first = ordered("bakery.example").expect(201);
    Api.Answer refused = ordered("bakery.example").expect(400);
    assertTaken(refused, "/asset/params/0/value");
    assertThat(refused.at("error_code")).isEqualTo("VAL_001");
    assertThat(distributor.api().get("/requests").expect(200).ids())
        .as("what is refused leaves nothing")
        .containsExactly(first.at("id"));
    ordered("florist.example").expect(201);
  }

  @Test
  void itIsToldTogetherWithWhateverElseIsWrong() {
    ordered("bakery.example").expect(201);
    Api.Answer refused =
        distributor
            .api()
            .post(
                "/requests",
                purchase(value("domain", "bakery.example") + ", " + value("domian", "x")))
            .expect(400);
    assertThat(refused.json().path("violations").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/asset/params/0/value", "/asset/params/1/id");
  }

  @Test
  void whatNobodyHasAnyMoreIsFree() {
    String first = ordered("bakery.example").expect(201).at("id");
    vendor.api().post("/requests/" + first + "/fail", "{\"reason\": \"No.\"}").expect(200);
    Api.Answer second = ordered("bakery.example").expect(201);
    vendor.api().post("/requests/" + second.at("id") + "/approve").expect(200);
    assertTaken(ordered("bakery.example"), "/asset/params/0/value");
    String cancel =
        distributor
            .api()
            .post(
                "/requests",
                "{\"type\": \"cancel\", \"asset\": {\"id\": \"%s\"}}"
                    .formatted(second.at("asset.id")))
            .expect(201)
            .at("id");
    assertTaken(ordered("bakery.example"), "/asset/params/0/value");
    vendor.api().post("/requests/" + cancel + "/approve").expect(200);
    ordered("bakery.example").expect(201);
  }

  @Test
  void aDraftHoldsNothingUntilItIsSubmitted() {
    vendor
        .api()
        .put("/products/" + assetProduct, "{\"capabilities\": {\"cart\": {\"validation\": true}}}")
        .expect(200);
    String draft =
        distributor
            .api()
            .post(
                "/requests",
                purchase(value("domain", "bakery.example"))
                    .replaceFirst("\"type\"", "\"status\": \"draft\", \"type\""))
            .expect(201)
            .at("id");
    assertThat(distributor.api().get("/requests/" + draft).at("status")).isEqualTo("draft");
    ordered("bakery.example").expect(201);
    Api.Answer refused = distributor.api().post("/requests/" + draft + "/submit").expect(400);
    assertThat(refused.at("detail")).contains("domain").contains("no two may have the same");
    assertThat(distributor.api().get("/requests/" + draft).at("status")).isEqualTo("draft");
    Api.Answer tried =
        distributor
            .api()
            .post(
                "/requests/" + draft + "/validate",
                "{\"asset\": {\"params\": [%s]}}".formatted(value("domain", "bakery.example")))
            .expect(200);
    assertThat(tried.at("asset.params.0.value_error")).startsWith("Somebody else has this value");
    distributor
        .api()
        .put(
            "/requests/" + draft,
            "{\"asset\": {\"params\": [%s]}}".formatted(value("domain", "florist.example")))
        .expect(200);
    distributor.api().post("/requests/" + draft + "/submit").expect(200);
  }

  @Test
  void theVendorsValuesAreUniqueToo() {
    String first = ordered("a.example").expect(201).at("id");
    String second = ordered("b.example").expect(201).at("id");
    String tenant = "{\"asset\": {\"params\": [%s]}}".formatted(value("tenant", "T-1"));
    vendor.api().put("/requests/" + first, tenant).expect(200);
    vendor.api().put("/requests/" + first, tenant).expect(200);
    assertTaken(vendor.api().put("/requests/" + second, tenant), "/asset/params/0/value");
  }

  @Test
  void aTierConfigurationKeepsItsOwnWhenItIsUpdated() {
    String other = World.reseller(distributor, "Other", top);
    for (String one : List.of(reseller, other)) {
      orderOf(World.customer(distributor, "Customer", one));
    }
    setUp(top, 2);
    String setup = tierRequestOf(reseller, 1).at("id");
    String path = "/tier/config-requests/";
    String nick = "{\"params\": [%s]}".formatted(value("nick", "alpha"));
    distributor.api().put(path + setup, nick).expect(200);
    setUp(reseller, 1);
    assertTaken(
        distributor.api().put(path + tierRequestOf(other, 1).at("id"), nick), "/params/0/value");

    String update =
        "{\"configuration\": {\"id\": \"%s\"}, \"params\": [%s]}"
            .formatted(tierRequestOf(reseller, 1).at("configuration.id"), value("nick", "beta"));
    String raised = distributor.api().post(path, update).expect(201).at("id");
    assertTaken(
        distributor.api().put(path + tierRequestOf(other, 1).at("id"), nick), "/params/0/value");
    vendor.api().post(path + raised + "/approve").expect(200);
    distributor.api().put(path + tierRequestOf(other, 1).at("id"), nick).expect(200);
  }

  @Test
  void whatBecomesUniqueHoldsFromThenOn() {
    World.parameter(vendor, assetProduct, "asset", "ordering", "code", "");
    String code = value("code", "C-1");
    String request = distributor.api().post("/requests", purchase(code)).expect(201).at("id");
    vendor.api().post("/requests/" + request + "/approve").expect(200);
    distributor.api().post("/requests", purchase(code)).expect(201);
    String parameters = "/products/" + assetProduct + "/parameters";
    String id = vendor.api().get(parameters + "?name=code").at("0.id");
    vendor.api().put(parameters + "/" + id, "{\"constraints\": {\"unique\": true}}").expect(200);
    assertTaken(distributor.api().post("/requests", purchase(code)), "/asset/params/0/value");
  }

  @Test
  void nobodyIsToldThatAPasswordIsAnothers() {
    vendor
        .api()
        .post(
            "/products/" + assetProduct + "/parameters",
            """
            {"name": "secret", "title": "Secret", "type": "password", "scope": "asset",
             "phase": "ordering", "constraints": {"unique": true}}
            """)
        .expect(201);
    for (int i = 0; i < 2; i++) {
      distributor.api().post("/requests", purchase(value("secret", "s3cret"))).expect(201);
    }
  }

  @Test
  void otherEnvironmentsAndProductsHaveTheirOwn() {
    ordered("bakery.example").expect(201);
    String another = world.soldProduct(vendor, true, distributor, hub);
    World.parameter(vendor, another, "asset", "ordering", "domain", "\"unique\": true");
    distributor
        .api()
        .post(
            "/requests", purchase(value("domain", "bakery.example")).replace(assetProduct, another))
        .expect(201);
  }

  @Test
  void ofManyAtOnceOneGetsIt() throws Exception {
    Callable<Api.Answer> order = () -> ordered("bakery.example");
    List<Api.Answer> answers = Together.together(Collections.nCopies(30, order));
    assertThat(answers.stream().map(Api.Answer::status)).containsOnlyOnce(201);
    assertThat(answers.stream().map(Api.Answer::status)).containsOnly(201, 400);
    Company asker = distributor;
    assertThat(asker.api().get("/assets?params.value=bakery.example&ne(status,terminated)").ids())
        .hasSize(1);
  }
}
