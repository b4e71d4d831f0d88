package io.tierhub;

import static io.tierhub.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.workflow.ExpireDrafts;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders that their distributor puts together before anybody else hears of them. */
class OrderDraftsIT extends TierTest {

  @Autowired private ExpireDrafts expireDrafts;

  @BeforeEach
  void aProductThatValidatesDrafts() {
    vendor
        .api()
        .put("/products/" + product, "{\"capabilities\": {\"cart\": {\"validation\": true}}}")
        .expect(200);
    World.parameter(vendor, product, "asset", "ordering", "domain", "\"min_length\": 3");
  }

  private String draftBody(String more) {
    return World.purchaseBody(product, customer)
        .replace("\"type\": \"purchase\",", "\"type\": \"purchase\", \"status\": \"draft\",")
        .replace("\"items\":", more + "\"items\":");
  }

  private Api.Answer draft() {
    return distributor.api().post("/requests", draftBody("")).expect(201);
  }

  private int tierRequests() {
    return distributor
        .api()
        .get("/tier/config-requests?configuration.product.id=" + product)
        .expect(200)
        .json()
        .size();
  }

  @Test
  void aDraftWaitsForNothingAndNothingIsInUseByIt() {
    Api.Answer draft = draft();
    assertThat(draft.at("status")).isEqualTo("draft");
    assertThat(draft.at("asset.status")).isEqualTo("draft");
    assertThat(tierRequests()).isZero();
    assertThat(
            distributor.api().get("/tier/accounts/" + customer).expect(200).json().path("scopes"))
        .isEmpty();
    assertThat(
            distributor
                .api()
                .post(
                    "/tier/account-requests",
                    "{\"type\": \"update\", \"account\": {\"id\": \"%s\", \"name\": \"Other\"}}"
                        .formatted(customer))
                .expect(201)
                .json())
        .isEmpty();
    assertThat(distributor.api().get("/requests?status=draft").expect(200).ids())
        .containsExactly(draft.at("id"));
    assertThat(distributor.api().get("/requests/" + draft.at("id") + "/explain").at("turn"))
        .isEqualTo("distributor");
  }

  @Test
  void aDraftIsItsDistributorsAlone() {
    Api.Answer draft = draft();
    String request = draft.at("id");
    Api theirs = vendor.api();
    theirs.get("/requests/" + request).expect(404);
    theirs.get("/requests/" + request + "/explain").expect(404);
    theirs.get("/requests/" + request + "/render").expect(404);
    theirs.get("/assets/" + draft.at("asset.id")).expect(404);
    theirs.get("/assets/" + draft.at("asset.id") + "/requests").expect(404);
    theirs.put("/requests/" + request, "{\"note\": \"x\"}").expect(404);
    for (String action : List.of("approve", "fail", "submit", "pend", "inquire", "assign")) {
      theirs.post("/requests/" + request + "/" + action, "{\"reason\": \"x\"}").expect(404);
    }
    for (String list : List.of("/requests", "/assets", "/queue", "/conversations")) {
      assertThat(theirs.get(list).expect(200).json()).as(list).isEmpty();
    }
    assertThat(theirs.get("/feed?after=0&limit=1000").expect(200).text()).doesNotContain(request);
    assertThat(distributor.api().get("/feed?after=0&limit=1000").expect(200).text())
        .contains(request);
    world.ops().api().get("/requests/" + request).expect(200);
    world.ops().api().post("/requests/" + request + "/submit").expect(403);
    world.distributor().api().post("/requests/" + request + "/submit").expect(404);
  }

  @Test
  void submittedItIsAsIfItHadJustBeenOrdered() {
    String request = draft().at("id");
    Api.Answer submitted =
        distributor.api().post("/requests/" + request + "/submit", "{}").expect(200);
    assertThat(submitted.at("status")).isEqualTo("tiers_setup");
    assertThat(submitted.at("asset.status")).isEqualTo("processing");
    assertThat(tierRequests()).isEqualTo(2);
    assertThat(distributor.api().get("/tier/accounts/" + customer).at("scopes.0"))
        .isEqualTo("customer");
    assertThat(vendor.api().get("/requests/" + request).expect(200).text())
        .isEqualTo(vendor.api().get("/requests/" + request).text());
    assertThat(vendor.api().get("/conversations/" + request).expect(200).at("messages.0.text"))
        .startsWith("Request " + request + " changed from Draft to Tiers Setup by ");
    Api.Answer again = distributor.api().post("/requests/" + request + "/submit").expect(400);
    assertThat(again.at("error_code")).isEqualTo("REQ_001");
    setUp(top, 2);
    setUp(reseller, 1);
    assertThat(statusOf(request)).isEqualTo("pending");
    vendor.api().post("/requests/" + request + "/approve").expect(200);
  }

  @Test
  void connectsOtherWordForItIsPurchase() {
    String plain = world.soldProduct(vendor, false, distributor, hub);
    vendor
        .api()
        .put("/products/" + plain, "{\"capabilities\": {\"cart\": {\"validation\": true}}}")
        .expect(200);
    String request =
        distributor
            .api()
            .post("/requests", draftBody("").replace(product, plain))
            .expect(201)
            .at("id");
    assertThat(
            distributor.api().post("/requests/" + request + "/purchase").expect(200).at("status"))
        .isEqualTo("pending");
  }

  @Test
  void valuesAreTriedAndMendedBeforeItIsSubmitted() {
    String request = "/requests/" + draft().at("id");
    Api.Answer tried =
        distributor
            .api()
            .post(request + "/validate", "{\"asset\": " + params("domain", "x") + "}")
            .expect(200);
    assertThat(tried.at("asset.params.0.value_error")).isNotEmpty();
    Api.Answer refused = distributor.api().post(request + "/submit").expect(400);
    assertThat(refused.at("error_code")).isEqualTo("REQ_007");
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/asset/params/domain");
    distributor
        .api()
        .put(request, "{\"asset\": " + params("domain", "example.org") + "}")
        .expect(200);
    assertThat(distributor.api().post(request + "/submit").expect(200).at("asset.params.0.value"))
        .isEqualTo("example.org");
  }

  @Test
  void whatHasChangedSinceIsToldWhenItIsSubmitted() {
    String request = "/requests/" + draft().at("id");
    distributor.api().delete("/tier/accounts/" + customer).expect(204);
    Api.Answer gone = distributor.api().post(request + "/submit").expect(400);
    assertThat(gone.at("violations.0.pointer")).isEqualTo("/asset/tiers/customer/id");
    customer = World.customer(distributor, "Other", reseller);
    String other = "/requests/" + draft().at("id");
    vendor.api().post("/products/" + product + "/endsale").expect(200);
    assertThat(distributor.api().post(other + "/submit").expect(400).at("error_code"))
        .isEqualTo("PRD_001");
    assertThat(distributor.api().get(other).expect(200).at("status")).isEqualTo("draft");
  }

  @Test
  void itsExternalUidIsTaken() {
    String uid = "\"external_uid\": \"one\",";
    String first = distributor.api().post("/requests", draftBody(uid)).expect(201).at("id");
    Api.Answer twice = distributor.api().post("/requests", draftBody(uid)).expect(409);
    assertThat(twice.at("params.request_id")).isEqualTo(first);
    assertThat(twice.at("params.request_status")).isEqualTo("draft");
  }

  @Test
  void ofManySubmitsOneCounts() throws Exception {
    String request = draft().at("id");
    List<Api.Answer> answers =
        together(
            Collections.nCopies(
                10, () -> distributor.api().post("/requests/" + request + "/submit")));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 400).hasSize(9);
    assertThat(tierRequests()).isEqualTo(2);
  }

  @Test
  void aDraftThatNobodySubmitsIsGoneAfterAWeek() {
    String young = draft().at("id");
    Api.Answer old = draft();
    jdbc.update(
        "update fulfillment_request set updated_at = updated_at - interval '8 days' where id = ?",
        old.at("id"));
    expireDrafts.expire();
    distributor.api().get("/requests/" + old.at("id")).expect(404);
    distributor.api().get("/assets/" + old.at("asset.id")).expect(404);
    distributor.api().post("/requests/" + young + "/submit").expect(200);
  }

  @Test
  void withoutTheCapabilityADraftIsTheRealThing() {
    vendor
        .api()
        .put("/products/" + product, "{\"capabilities\": {\"cart\": {\"validation\": false}}}")
        .expect(200);
    assertThat(draft().at("status")).isEqualTo("tiers_setup");
    assertThat(
            distributor
                .api()
                .post("/requests", draftBody("").replace("draft", "approved"))
                .expect(400)
                .at("violations.0.pointer"))
        .isEqualTo("/status");
  }
}
