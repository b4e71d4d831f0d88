package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.tierhub.support.Api;
import io.tierhub.support.HookServer;
import io.tierhub.support.HookServer.Mood;
import io.tierhub.support.World.Company;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Vendors that look at values themselves before they get a request. */
@TestPropertySource(
    properties = {
      "tierhub.test.own-database=true",
      "tierhub.webhooks.allowed-networks=127.0.0.1/32",
      "tierhub.webhooks.timeout=2s"
    })
class ValidatorWebhooksIT extends TierTest {

  private static final String REQUESTS = "/tier/config-requests/";
  private static final String HOOKS = "/notifications/webhooks";
  private static final JsonMapper JSON = new JsonMapper();

  private HookServer validator;

  @BeforeEach
  void aVendorThatValidates() {
    validator = new HookServer();
    validator.reply(ValidatorWebhooksIT::onlyEmea);
    vendor
        .api()
        .put("/products/" + product, "{\"capabilities\": {\"tiers\": {\"validation\": true}}}")
        .expect(200);
  }

  @AfterEach
  void noValidator() {
    validator.close();
  }

  /** As a handler of Connect's does: the same request, with what is wrong in it. */
  private static String onlyEmea(String body) {
    ObjectNode request = (ObjectNode) JSON.readTree(body);
    for (JsonNode param : request.path("params")) {
      if (param.path("id").asString().equals("tier2_ordering")) {
        boolean right = param.path("value").asString("").equals("emea");
        ((ObjectNode) param).put("value_error", right ? "" : "Only emea.");
      }
    }
    return request.toString();
  }

  private Api.Answer hook(Company owner, String type, String more) {
    return owner
        .api()
        .post(
            HOOKS,
            """
            {"type": "%s", "object_class": "tier_config_request", "label": "V",
             "external_url": "%s" %s}
            """
                .formatted(type, validator.url(), more));
  }

  private String hook(String type) {
    return hook(vendor, type, "").expect(201).at("id");
  }

  private String draft() {
    return distributor
        .api()
        .post(
            "/tier/config-requests",
            """
            {"status": "draft",
             "configuration": {"product": {"id": "%s"}, "account": {"id": "%s"}, "tier_level": 2}}
            """
                .formatted(product, top))
        .expect(201)
        .at("id");
  }

  private Api.Answer tried(String id, String value) {
    return distributor.api().post(REQUESTS + id + "/validate", params("tier2_ordering", value));
  }

  private static String errorIn(Api.Answer request) {
    return request
        .json()
        .path("params")
        .valueStream()
        .filter(param -> param.path("id").asString().equals("tier2_ordering"))
        .map(param -> param.path("value_error").asString(""))
        .findFirst()
        .orElse("");
  }

  @Test
  void whatTheVendorFindsWrongIsToldBeforeItGetsTheRequest() throws Exception {
    Api.Answer hook = hook(vendor, "draft_tcr_t2_val", "").expect(201);
    String id = draft();
    Api.Answer wrong = tried(id, "apac").expect(200);
    assertThat(errorIn(wrong)).isEqualTo("Only emea.");
    HookServer.Call call = validator.calls().getFirst();
    assertThat(call.json().path("id").asString()).isEqualTo(id);
    assertThat(call.json().path("status").asString()).isEqualTo("draft");
    assertThat(call.json().at("/configuration/account/id").asString()).isEqualTo(top);
    assertThat(
            SignedJWT.parse(call.header("Authorization").substring("Bearer ".length()))
                .verify(new MACVerifier(hook.at("jwt_secret"))))
        .isTrue();
    assertThat(call.header("webhook-signature")).startsWith("v1,");
    Api.Answer refused = distributor.api().post(REQUESTS + id + "/submit", "{}").expect(400);
    assertThat(refused.at("error_code")).isEqualTo("TCR_003");
    assertThat(errorIn(tried(id, "emea").expect(200))).isEmpty();
    assertThat(distributor.api().post(REQUESTS + id + "/submit", "{}").expect(200).at("status"))
        .isEqualTo("pending");
    Api.Answer after = vendor.api().get(HOOKS + "/" + hook.at("id")).expect(200);
    assertThat(after.at("stats.success_triggers")).isEqualTo("2");
  }

  @Test
  void aRehearsalAsksAndKeepsNothing() {
    hook("draft_tcr_t2_val");
    String id = draft();
    Api.Answer told =
        distributor
            .api()
            .post(REQUESTS + id + "/validate?dry_run=true", params("tier2_ordering", "apac"))
            .expect(200);
    assertThat(told.text()).contains("Only emea.");
    assertThat(distributor.api().get(REQUESTS + id).expect(200).text()).doesNotContain("emea");
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILS", "REDIRECTS", "HANGS", "BREAKS_OFF", "ANSWERS_WITHOUT_END"})
  void withoutAVerdictNothingChanges(Mood bad) {
    String hook = hook("draft_tcr_t2_val");
    String id = draft();
    String before = distributor.api().get(REQUESTS + id).expect(200).text();
    validator.be(bad);
    Api.Answer refused = tried(id, "emea").expect(400);
    assertThat(refused.at("error_code")).isEqualTo("TCR_008");
    assertThat(distributor.api().get(REQUESTS + id).expect(200).text()).isEqualTo(before);
    assertThat(vendor.api().get(HOOKS + "/" + hook).expect(200).at("stats.failure_triggers"))
        .isEqualTo("1");
    validator.be(Mood.WELL);
    tried(id, "emea").expect(200);
  }

  @Test
  void whatIsNoRequestIsNoVerdict() {
    hook("draft_tcr_t2_val");
    String id = draft();
    for (String nonsense : new String[] {"", "fine", "[]", "{}", "{\"params\": 1}"}) {
      validator.reply(_ -> nonsense);
      assertThat(tried(id, "emea").expect(400).at("error_code")).isEqualTo("TCR_008");
    }
    validator.reply(_ ->
        "{\"params\": [1, {\"id\": \"nobody\", \"value_error\": \"x\"}, {\"id\":"
            + " \"tier2_ordering\", \"value_error\": 7}]}");
    assertThat(errorIn(tried(id, "emea").expect(200))).isEmpty();
  }

  @Test
  void onlyWhoIsConcernedIsAsked() {
    hook("draft_tcr_t1_val");
    hook("tcr_setup_t2_inq_val");
    hook("tcr_update_t2_validator");
    hook(world.vendor(), "draft_tcr_t2_val", "").expect(201);
    hook(world.in(io.tierhub.kernel.Environment.TEST, vendor), "draft_tcr_t2_val", "").expect(201);
    hook(vendor, "draft_tcr_t2_val", ", \"active\": false").expect(201);
    String other = world.product(vendor, false);
    hook(vendor, "draft_tcr_t2_val", ", \"product_id\": \"%s\"".formatted(other)).expect(201);
    tried(draft(), "apac").expect(200);
    assertThat(validator.calls()).isEmpty();
    hook(vendor, "draft_tcr_t2_val", ", \"product_id\": \"%s\"".formatted(product)).expect(201);
    tried(draft(), "apac").expect(200);
    assertThat(validator.calls()).hasSize(1);
  }

  @Test
  void whatIsInquiredIsValidatedToo() {
    hook("tcr_setup_t2_inq_val");
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    assertThat(errorIn(tried(request, "apac").expect(200))).isEqualTo("Only emea.");
    assertThat(errorIn(tried(request, "emea").expect(200))).isEmpty();
  }

  @Test
  void nothingHoldsOnToCallsThatAreOver() {
    hook("draft_tcr_t2_val");
    String id = draft();
    for (int i = 0; i < 120; i++) {
      tried(id, "emea").expect(200);
    }
    assertThat(validator.calls()).hasSize(120);
  }

  @Test
  void onlyVendorsValidateAndTierRequestsOnly() {
    assertThat(hook(distributor, "draft_tcr_t2_val", "").expect(400).pointers())
        .containsExactly("/type");
    assertThat(
            distributor
                .api()
                .post(
                    HOOKS,
                    """
                    {"type": "draft_tcr_t1_val", "object_class": "fulfillment_request",
                     "label": "V", "external_url": "https://x.example", "product_id": "PRD-1"}
                    """)
                .expect(400)
                .pointers())
        .containsExactlyInAnyOrder("/type", "/object_class", "/product_id");
  }
}
