package io.tierhub;

import static io.tierhub.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.link.LinkCode;
import io.tierhub.link.LinkKeys;
import io.tierhub.link.LinkPurpose;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a portal does that draws the form of an inquiry itself: all it has is the link's code. */
class FormCodesIT extends TierTest {

  @Autowired private LinkKeys keys;

  private String simple;
  private String order;
  private String code;

  @BeforeEach
  void anOrderWhoseCustomerIsAsked() {
    simple = world.soldProduct(vendor, false, distributor, hub);
    World.parameter(
        vendor, simple, "asset", "ordering", "domain", "\"required\": true, \"min_length\": 4");
    World.requires(vendor, simple, "asset", "ordering", "seats");
    World.parameter(vendor, simple, "asset", "ordering", "remark", "");
    World.parameter(vendor, simple, "asset", "ordering", "handshake", "\"hidden\": true");
    World.parameter(vendor, simple, "asset", "fulfillment", "tenant", "");
    order = World.order(distributor, simple, customer);
    code = codeOf(order);
  }

  /** What the link ends in that the distributor is shown. */
  private String codeOf(String request) {
    String link =
        request.startsWith("PR-")
            ? read(request).at("params_form_url")
            : read(request).at("activation.link");
    return link.substring(link.lastIndexOf('/') + 1);
  }

  private Api.Answer read(String request) {
    return distributor.api().get(path(request)).expect(200);
  }

  private static String path(String request) {
    return (request.startsWith("PR-") ? "/requests/" : "/tier/config-requests/") + request;
  }

  private static String pend(String request, String code) {
    return path(request) + "/pend?code=" + code;
  }

  private Api.Answer answer(String params) {
    return api().post(pend(order, code), "{\"asset\": {\"params\": [%s]}}".formatted(params));
  }

  private static String param(String name, String value) {
    return "{\"id\": \"%s\", \"value\": \"%s\"}".formatted(name, value);
  }

  private static String both() {
    return param("domain", "example.org") + ", " + param("seats", "5");
  }

  private void assertUntouched() {
    Api.Answer request = read(order);
    assertThat(request.at("status")).isEqualTo("inquiring");
    assertThat(request.json().at("/asset/params").valueStream())
        .noneMatch(param -> param.has("value"));
  }

  private Api.Answer form() {
    return form(code);
  }

  private Api.Answer form(String which) {
    return new Api("http://127.0.0.1:" + port(), null)
        .send(request -> request.header("Accept", "application/json").GET(), "/forms/" + which);
  }

  @Test
  void theCodeAloneIsTheRightToAnswer() {
    Api.Answer taken = answer(both()).expect(200);
    assertThat(taken.json().toString())
        .as("and to be shown no more than this")
        .isEqualTo("{\"id\":\"%s\",\"type\":\"purchase\",\"status\":\"pending\"}".formatted(order));
    assertThat(taken.header("Cache-Control")).contains("no-store");
    Api.Answer request = read(order);
    assertThat(request.at("status")).isEqualTo("pending");
    assertThat(request.at("asset.params.0.value")).isEqualTo("example.org");
    assertThat(request.at("asset.params.1.value")).isEqualTo("5");
    assertThat(request.json().has("params_form_url")).isFalse();
    assertThat(
            jdbc.queryForList(
                "select by_id from (select subject, by_id, data from outbox union all"
                    + " select subject, by_id, data from feed) e"
                    + " where subject = ? and data like '%inquiring%pending%'",
                String.class, order))
        .as("the feed names the account that the link went to")
        .containsExactly(customer);
  }

  @Test
  void aTierRequestIsAnsweredTheSameWay() {
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    String itsCode = codeOf(request);
    Api.Answer nothing = api().post(pend(request, itsCode), "{}").expect(400);
    assertThat(nothing.pointers()).containsExactly("/params");
    Api.Answer wrong = api().post(pend(request, itsCode), params("tier2_orderin", "x")).expect(400);
    assertThat(wrong.pointers())
        .containsExactlyInAnyOrder("/params/0/id", "/params/tier2_ordering");
    assertThat(wrong.text()).contains("did you mean 'tier2_ordering'?");
    Api.Answer taken =
        api().post(pend(request, itsCode), params("tier2_ordering", "by code")).expect(204);
    assertThat(taken.text()).isEmpty();
    assertThat(read(request).at("status")).isEqualTo("pending");
    assertThat(read(request).at("params.0.value")).isEqualTo("by code");
    assertThat(read(request).at("events.pended.by.id")).isEqualTo(top);
    Api.Answer late =
        api().post(pend(request, itsCode), params("tier2_ordering", "again")).expect(400);
    assertThat(late.at("error_code")).isEqualTo("TCR_002");
    assertThat(late.at("detail")).contains("answered already");
  }

  @Test
  void whatIsSentAgainWithItsKeyIsAnsweredAgain() {
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    String itsCode = codeOf(request);
    String key = UUID.randomUUID().toString();
    String answers = params("tier2_ordering", "once");
    for (String replayed : new String[] {null, "true"}) {
      Api.Answer taken = api().keyed(key, "POST", pend(request, itsCode), answers).expect(204);
      assertThat(taken.text()).isEmpty();
      assertThat(taken.header("Idempotency-Replayed")).isEqualTo(replayed);
    }
    String domain =
        "{\"asset\": {\"params\": [{\"id\": \"domain\", \"value\": \"example.org\"},"
            + " {\"id\": \"seats\", \"value\": \"5\"}]}}";
    Api.Answer other = api().keyed(key, "POST", pend(order, code), domain).expect(200);
    assertThat(other.header("Idempotency-Replayed")).as("another code, another key").isNull();
    assertThat(
            jdbc.queryForList(
                "select kept_answer::text from kept_answer where key = ?", String.class, key))
        .hasSize(2)
        .as("the code is a right")
        .noneMatch(kept -> kept.contains(itsCode) || kept.contains(code));
  }

  @Test
  void aTokenThatIsSentChangesNothing() {
    for (String header :
        List.of(
            "ApiKey SU-111-111-111:wrong", "Bearer nonsense", world.vendor().header(), "garbage")) {
      String next = World.order(distributor, simple, customer);
      api()
          .as(header)
          .post(pend(next, codeOf(next)), "{\"asset\": {\"params\": [%s]}}".formatted(both()))
          .expect(200);
      assertThat(statusOf(next)).isEqualTo("pending");
    }
    api().as(distributor.header()).post(pend(order, "nonsense"), "{}").expect(400);
    api()
        .as(distributor.header())
        .post(pend(order, "nonsense"), "{\"asset\": {\"params\": []}}")
        .expect(404);
    assertUntouched();
  }

  @Test
  void everyFaultIsToldAtOnceWithItsPlaceAndNothingIsTaken() {
    Api.Answer wrong =
        answer(
                String.join(
                    ", ",
                    param("domain", "x"),
                    param("handshake", "guessed"),
                    param("tenant", "mine"),
                    param("nothing_like_it", "x"),
                    "{\"id\": \"remark\", \"value\": {\"a\": 1}}",
                    "{\"id\": \"remark\", \"structured_value\": [1]}"))
            .expect(400);
    assertThat(wrong.at("error_code")).isEqualTo("VAL_001");
    assertThat(wrong.pointers())
        .containsExactlyInAnyOrder(
            "/asset/params/0/value",
            "/asset/params/1/id",
            "/asset/params/2/id",
            "/asset/params/3/id",
            "/asset/params/4/value",
            "/asset/params/5/structured_value",
            "/asset/params/seats");
    List<String> strange =
        wrong.json().path("errors").valueStream().map(e -> e.asString()).toList().stream()
            .filter(error -> error.contains(".id: "))
            .map(error -> error.replaceAll("^[^:]*|'[a-z_]+'", ""))
            .toList();
    assertThat(strange)
        .as("what is hidden, the vendor's or nothing at all is told in the same words")
        .hasSize(3)
        .containsOnly(": The form asks for no ; it asks for domain, seats, remark.");
    assertThat(wrong.at("instance")).isEqualTo("/public/v1/requests/" + order + "/pend");
    assertThat(wrong.text()).doesNotContain(code);
    assertUntouched();
  }

  @Test
  void whatIsSentTwiceOrEmptyIsToldWhereItStands() {
    Api.Answer twice =
        answer(
                String.join(
                    ", ",
                    param("domain", "example.org"),
                    param("domain", "example.com"),
                    param("seats", " ")))
            .expect(400);
    assertThat(twice.pointers())
        .containsExactlyInAnyOrder("/asset/params/1", "/asset/params/2/value");
    assertThat(twice.text()).contains("also at /asset/params/0");
    assertUntouched();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"asset\": null}",
        "{\"asset\": {}}",
        "{\"asset\": {\"params\": null}}",
        "{\"params\": []}"
      })
  void answersThatAreLeftOutAltogetherAreAskedFor(String body) {
    Api.Answer refused = api().post(pend(order, code), body).expect(400);
    assertThat(refused.pointers()).containsExactly("/asset/params");
    assertThat(refused.at("detail")).contains("required");
    assertUntouched();
  }

  @Test
  void bodiesOfOtherShapesAreRefusedAsEverywhere() {
    assertThat(api().post(pend(order, code), "{\"asset\": 1}").expect(400).pointers())
        .containsExactly("/asset");
    assertThat(answer("1, {\"value\": \"x\"}").expect(400).pointers())
        .containsExactly("/asset/params/0", "/asset/params/1/id");
    api().post(pend(order, code), "{").expect(400);
    api()
        .send(
            request ->
                request
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString("domain=x")),
            pend(order, code))
        .expect(415);
    assertUntouched();
  }

  @Test
  void codesThatOpenNothingHereAllLookAlike() {
    String other = World.order(distributor, simple, customer);
    String body = "{\"asset\": {\"params\": [%s]}}".formatted(both());
    for (String wrong :
        List.of(
            code.substring(0, code.length() - 1) + (code.endsWith("A") ? "B" : "A"),
            code.replaceFirst("\\.1\\.", ".2."),
            code.replaceFirst("\\.1\\.[0-9]+\\.", ".1.9999."),
            codeOf(other),
            codeOf(other).replace(other, order),
            new LinkCode(LinkPurpose.PORTAL, order, 1).sealed(keys),
            order,
            "",
            "a&code=" + code)) {
      Api.Answer refused = api().post(pend(order, wrong), body).expect(404);
      assertThat(refused.at("detail")).isEqualTo("Object `" + order + "` not found.");
      assertThat(refused.at("error_code")).isEqualTo("NFND_000");
    }
    api().post(path(order) + "/pend?code", body).expect(404);
    Api.Answer none = api().post(pend("PR-0000-0000-0000-001", code), body).expect(404);
    assertThat(none.at("detail")).isEqualTo("Object `PR-0000-0000-0000-001` not found.");
    api().post("/requests/nonsense/pend?code=" + code, body).expect(404);
    api().post("/tier/config-requests/" + order + "/pend?code=" + code, body).expect(404);
    assertUntouched();
    assertThat(statusOf(other)).isEqualTo("inquiring");
  }

  @Test
  void onlyTheseCallsAreOpenAndOnlyByACode() {
    String body = "{\"asset\": {\"params\": [%s]}}".formatted(both());
    String query = "?code=" + code;
    for (String path :
        List.of(
            "/pend",
            "/pend?Code=" + code,
            "/pend?kode=" + code + "&xcode=" + code,
            "/approve" + query,
            "/fail" + query,
            "/validate" + query,
            "/inquire" + query,
            "/pend/x" + query)) {
      api().post(path(order) + path, body).expect(401);
    }
    api().post("/requests" + query, "{}").expect(401);
    api().post("/assets/" + order + "/pend" + query, "{}").expect(401);
    for (String method : List.of("GET", "PUT", "DELETE", "PATCH")) {
      api().call(method, pend(order, code), "GET".equals(method) ? null : body).expect(401);
    }
    api().get("/requests/" + order + query).expect(401);
    api()
        .send(
            request ->
                request
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString("code=" + code)),
            path(order) + "/pend")
        .expect(401);
    assertUntouched();
    api().post(path(order) + "/pend/" + query, body).expect(200);
  }

  @Test
  void withoutACodeAllIsAsItWas() {
    api().as(world.distributor().header()).post(path(order) + "/pend").expect(404);
    Api.Answer pended =
        distributor
            .api()
            .post(path(order) + "/pend", "{\"asset\": {\"params\": \"whatever\"}}")
            .expect(200);
    assertThat(pended.at("status")).isEqualTo("pending");
    assertThat(pended.at("asset.id")).as("the whole request").isNotNull();
  }

  @Test
  void whoComesLateIsToldWhy() {
    answer(both()).expect(200);
    assertLate(order, code, "answered already");
    vendor.api().post(path(order) + "/inquire").expect(200);
    assertLate(order, code, "superseded");
    String newer = codeOf(order);
    jdbc.update(
        "update fulfillment_request set inquired_last_at = inquired_last_at - interval '30 days'"
            + " where id = ?",
        order);
    assertLate(order, newer, "expired");
    assertThat(read(order).at("status")).isEqualTo("inquiring");
  }

  private void assertLate(String request, String which, String why) {
    for (Api.Answer late :
        List.of(
            api().post(pend(request, which), "{\"asset\": {\"params\": [%s]}}".formatted(both())),
            form(which))) {
      late.expect(400);
      assertThat(late.at("error_code")).isEqualTo("REQ_001");
      assertThat(late.at("detail")).contains(why);
      assertThat(late.json().path("allowed").isEmpty()).as("nothing is allowed").isTrue();
      assertThat(late.json().has("allowed")).isTrue();
      assertThat(late.text()).doesNotContain(which);
    }
  }

  @Test
  void ofTwoAnswersAtOnceOneIsTaken() throws Exception {
    List<Api.Answer> answers =
        together(
            IntStream.range(0, 8)
                .<Callable<Api.Answer>>mapToObj(i ->
                    () -> answer(param("domain", i + ".example.org") + ", " + param("seats", "5")))
                .toList());
    assertThat(answers).extracting(Api.Answer::status).containsOnly(200, 400);
    assertThat(answers.stream().filter(a -> a.status() == 200)).hasSize(1);
    assertThat(answers.stream().filter(a -> a.status() == 400))
        .allSatisfy(a -> assertThat(a.at("detail")).contains("answered already"));
    int taken =
        IntStream.range(0, 8).filter(i -> answers.get(i).status() == 200).findFirst().orElseThrow();
    assertThat(read(order).at("asset.params.0.value")).isEqualTo(taken + ".example.org");
  }

  @Test
  void anAnswerMayBringUpAnotherFieldThatIsAnsweredWithIt() {
    World.parameter(vendor, simple, "asset", "ordering", "invoicing", "");
    World.parameter(
        vendor,
        simple,
        "asset",
        "ordering",
        "invoice_town",
        "\"hidden\": true, \"dependency\": {\"parameter\": {\"name\": \"invoicing\"},"
            + " \"values\": [\"paper\"], \"hidden\": false, \"required\": true}");
    String next = World.order(distributor, simple, customer);
    code = codeOf(next);
    order = next;
    Api.Answer form = form().expect(200);
    assertThat(form.json().path("fields").valueStream().map(f -> f.path("id").asString()))
        .containsExactly("domain", "seats", "remark", "invoicing", "invoice_town");
    assertThat(form.at("fields.4.constraints.hidden")).isEqualTo("true");
    assertThat(form.at("fields.4.constraints.dependency.parameter.name")).isEqualTo("invoicing");
    assertThat(answer(both() + ", " + param("invoice_town", "Oslo")).expect(400).pointers())
        .as("nobody asks for it without the other")
        .containsExactly("/asset/params/2/id");
    assertThat(answer(both() + ", " + param("invoicing", "paper")).expect(400).pointers())
        .containsExactly("/asset/params/invoice_town");
    assertUntouched();
    answer(both() + ", " + param("invoice_town", "Oslo") + ", " + param("invoicing", "paper"))
        .expect(200);
    assertThat(read(order).text()).contains("Oslo");
  }

  @Test
  void theFormCanBeReadWithItsCode() {
    vendor
        .api()
        .post(
            "/products/" + simple + "/parameters",
            """
            {"name": "secret", "title": "A secret", "description": "Of the administrator",
             "type": "password", "scope": "asset", "phase": "ordering"}
            """)
        .expect(201);
    vendor
        .api()
        .post(
            "/products/" + simple + "/parameters",
            """
            {"name": "plan", "title": "A plan", "type": "dropdown", "scope": "asset",
             "phase": "ordering", "hint": "Most take gold",
             "constraints": {"choices": [{"value": "gold", "label": "Gold"}]}}
            """)
        .expect(201);
    String next = World.order(distributor, simple, customer);
    code = codeOf(next);
    order = next;
    answer(both() + ", " + param("secret", "s3cret")).expect(200);
    vendor
        .api()
        .put(
            path(order),
            """
            {"asset": {"params": [{"id": "domain", "value_error": "Taken."},
                                  {"id": "handshake", "value_error": "Please."}]}}
            """)
        .expect(200);
    vendor.api().post(path(order) + "/inquire").expect(200);
    code = codeOf(order);
    Api.Answer form = form().expect(200);
    assertThat(form.header("Content-Type")).isEqualTo("application/json");
    assertThat(form.header("Cache-Control")).contains("no-store");
    assertThat(form.at("request")).isEqualTo(order);
    assertThat(form.at("product")).startsWith("Product ");
    assertThat(form.at("company")).isEqualTo("Customer");
    assertThat(form.at("asker")).startsWith("DISTRIBUTOR ");
    assertThat(form.at("ends")).isEqualTo(read(order).at("activation.expires"));
    assertThat(form.json().path("fields").valueStream().map(f -> f.path("name").asString()))
        .as("and what is hidden but asked for, but nothing of the vendor's")
        .containsExactly("domain", "seats", "remark", "handshake", "secret", "plan");
    assertThat(form.at("fields.0.title")).isEqualTo("The domain");
    assertThat(form.at("fields.0.type")).isEqualTo("text");
    assertThat(form.at("fields.0.value")).isEqualTo("example.org");
    assertThat(form.at("fields.0.value_error")).isEqualTo("Taken.");
    assertThat(form.at("fields.0.constraints.required")).isEqualTo("true");
    assertThat(form.at("fields.0.constraints.min_length")).isEqualTo("4");
    assertThat(form.at("fields.1.value_error")).isEmpty();
    assertThat(form.at("fields.2.value")).isNull();
    assertThat(form.at("fields.4.kept")).isEqualTo("true");
    assertThat(form.at("fields.4.value")).isNull();
    assertThat(form.text()).doesNotContain("s3cret");
    assertThat(form.at("fields.5.hint")).isEqualTo("Most take gold");
    assertThat(form.at("fields.5.constraints.choices.0.label")).isEqualTo("Gold");

    answer(param("domain", "example.com") + ", " + param("handshake", "told")).expect(200);
    assertThat(vendor.api().get(path(order)).expect(200).text())
        .as("a password that is not sent stays")
        .contains("s3cret");
  }

  @Test
  void whoDoesNotAskForJsonGetsThePage() {
    Api pages = new Api("http://127.0.0.1:" + port(), null);
    for (String accept : List.of("text/html,application/xhtml+xml,*/*;q=0.8", "*/*", "text/html")) {
      Api.Answer page = pages.send(r -> r.header("Accept", accept).GET(), "/forms/" + code);
      assertThat(page.expect(200).header("Content-Type")).as(accept).startsWith("text/html");
    }
    Api.Answer program =
        pages.send(
            r -> r.header("Accept", "application/json, text/plain, */*").GET(), "/forms/" + code);
    assertThat(program.expect(200).header("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void aFormThatIsNoneIsTheSameForAll() {
    for (String wrong : List.of("nonsense", code.replaceFirst("\\.1\\.", ".2."), order)) {
      Api.Answer none = form(wrong).expect(404);
      assertThat(none.at("error_code")).isEqualTo("NFND_000");
      assertThat(none.at("detail")).isEqualTo("This link does not work.");
      assertThat(none.at("instance")).isEqualTo("/forms");
    }
  }
}
