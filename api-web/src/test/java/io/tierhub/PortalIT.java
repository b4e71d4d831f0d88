package io.tierhub;

import static io.tierhub.support.Together.together;
import static io.tierhub.support.Visitor.open;
import static io.tierhub.support.Visitor.send;
import static io.tierhub.support.Visitor.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.tierhub.link.LinkKeys;
import io.tierhub.portal.PortalLink;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import io.tierhub.tierconfig.TierConfigurationId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of a configured reseller, and how its distributor opens it. */
class PortalIT extends TierTest {

  private static final Pattern SEEN = Pattern.compile("name=\"~seen\" value=\"([^\"]+)\"");

  @Autowired private LinkKeys keys;

  /** The top is set up as tier 2; its configuration. */
  private String configured() {
    orderOf(customer);
    setUp(top, 2);
    return configurationOf(top, 2);
  }

  private String configurationOf(String account, int level) {
    return tierRequestOf(account, level).at("configuration.id");
  }

  private static String path(String configuration) {
    return "/tier/configs/" + configuration + "/portal-link";
  }

  private String linkTo(String configuration) {
    return distributor.api().post(path(configuration), "{\"send\": false}").expect(201).at("link");
  }

  /** Sends it as the page does: with what it has shown. */
  private static HttpResponse<String> change(String link, String page, Map<String, String> fields) {
    Matcher seen = SEEN.matcher(page);
    assertThat(seen.find()).as(page).isTrue();
    Map<String, String> all = new HashMap<>(fields);
    all.put("~seen", seen.group(1));
    return submit(link, all);
  }

  private static HttpResponse<String> change(String link, Map<String, String> fields) {
    return change(link, open(link).body(), fields);
  }

  private HttpResponse<String> follow(HttpResponse<String> redirect) {
    assertThat(redirect.statusCode()).as(redirect.body()).isEqualTo(303);
    String to = redirect.headers().firstValue("Location").orElseThrow();
    return open("http://127.0.0.1:" + port() + to);
  }

  private int requestsOf(String configuration) {
    return distributor
        .api()
        .get("/tier/config-requests?configuration.id=" + configuration)
        .expect(200)
        .ids()
        .size();
  }

  /** The vendor corrects values, and approves that at once. */
  private void adjust(String configuration, String params) {
    String adjustment =
        vendor
            .api()
            .post(
                "/tier/config-requests",
                "{\"type\": \"adjustment\", \"configuration\": {\"id\": \"%s\"}, \"params\": [%s]}"
                    .formatted(configuration, params))
            .expect(201)
            .at("id");
    vendor.api().post("/tier/config-requests/" + adjustment + "/approve").expect(200);
  }

  private static String value(String name, String value) {
    return "{\"id\": \"%s\", \"value\": \"%s\"}".formatted(name, value);
  }

  @Test
  void theDistributorOpensAPage() {
    String configuration = configured();
    Api.Answer given = distributor.api().post(path(configuration), "{\"send\": false}").expect(201);
    assertThat(given.at("link")).contains("/portal/" + configuration + ".");
    assertThat(OffsetDateTime.parse(given.at("expires")).toInstant())
        .isBetween(
            Instant.now().plus(Duration.ofDays(30)).minusSeconds(60),
            Instant.now().plus(Duration.ofDays(30)).plusSeconds(60));
    assertThat(given.json().has("mailed_to")).isFalse();
    HttpResponse<String> page = open(given.at("link"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(distributor.api().get("/tier/configs/" + configuration).at("product.name"))
        .contains("Your resellers sell this product through <strong>Top</strong>.")
        .contains("DISTRIBUTOR ")
        .contains("VENDOR ")
        .contains("<h2>Your resellers can sell this product</h2>")
        .contains("The tier2_ordering")
        .contains("value=\"asked\"")
        .contains("Send changes")
        .doesNotContain("fulfillment")
        .doesNotContain("At VENDOR");
    assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void theLinkIsMailedToTheContact() {
    String configuration = configured();
    Api.Answer given = distributor.api().post(path(configuration)).expect(201);
    assertThat(given.at("mailed_to")).isEqualTo("ada@example.com");
    String token = world.ops().header().replace("ApiKey ", "");
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() ->
            assertThat(
                    send(HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port() + "/mailbox"))
                            .header("Authorization", basic))
                        .body())
                .contains(configuration + "</span>, <span>mail 1</span>")
                .contains("Ada Ferrer &lt;ada@example.com&gt;")
                .contains("Hello Ada Ferrer,")
                .contains(given.at("link")));
  }

  @Test
  void nobodyElseOpensIt() {
    String configuration = configured();
    for (Company who : List.of(vendor, world.ops())) {
      assertThat(who.api().post(path(configuration), "{\"x\": 1}").expect(403).at("error_code"))
          .isEqualTo("AUTH_002");
    }
    for (Company who : List.of(world.distributor(), world.vendor())) {
      who.api().post(path(configuration), "{\"x\": 1}").expect(404);
    }
    distributor.api().post(path("TC-000-000-000"), "{}").expect(404);
    Api.Answer rehearsed =
        distributor.api().post(path(configuration) + "?dry_run=true", "{}").expect(200);
    assertThat(rehearsed.at("response.expires")).isNotNull();
    assertThat(rehearsed.at("response.link")).as("it would open the page").isNull();
  }

  @Test
  void whatWasNeverApprovedHasNothingToShow() {
    orderOf(customer);
    String configuration = configurationOf(top, 2);
    Api.Answer refused = distributor.api().post(path(configuration), "{}").expect(400);
    assertThat(refused.at("error_code")).isEqualTo("TCR_005");
    assertThat(refused.at("detail")).contains(tierRequestOf(top, 2).at("id"));
    assertThat(refused.at("params.configuration_id")).isEqualTo(configuration);
    Api.Answer all =
        distributor
            .api()
            .post(path(configuration), "{\"snd\": false, \"send\": \"no\"}")
            .expect(400);
    assertThat(all.at("error_code")).isEqualTo("VAL_001");
    assertThat(all.pointers()).containsExactlyInAnyOrder("", "/send", "/snd");
    assertThat(all.text()).contains("did you mean 'send'?");
    assertThat(
            distributor.api().post(path(configuration), "[]").expect(400).json().path("violations"))
        .hasSize(2);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from mail where request_id = ?", Integer.class, configuration))
        .isZero();
  }

  @Test
  void aChangeIsAnUpdateInTheResellersName() {
    String configuration = configured();
    String link = linkTo(configuration);
    String thanks = follow(change(link, Map.of("tier2_ordering", "changed"))).body();
    assertThat(thanks)
        .contains("Thank you.")
        .contains("A change is with VENDOR ")
        .doesNotContain("Send changes")
        .doesNotContain("<form");
    Api.Answer update = tierRequestOf(top, 2);
    assertThat(update.at("type")).isEqualTo("update");
    assertThat(update.at("status")).isEqualTo("pending");
    assertThat(update.at("params.0.value")).isEqualTo("changed");
    assertThat(update.at("events.created.by.id")).isEqualTo(top);
    assertThat(update.at("events.created.by.name")).isEqualTo("Top");
    assertThat(vendorsTurn()).contains(update.at("id"));
    assertThat(vendor.api().get("/conversations/" + update.at("id") + "/messages").text())
        .contains("State set to Pending");
    await()
        .untilAsserted(() ->
            assertThat(vendor.api().get("/feed?after=0&limit=1000").text())
                .contains("\"" + update.at("id") + "\""));
    approve(update.at("id"), "tier2");
    assertThat(open(link).body())
        .contains("value=\"changed\"")
        .contains("Send changes")
        .doesNotContain("Thank you");
  }

  @Test
  void whatIsWrongIsToldBesideItsFieldAndNothingIsLost() {
    World.parameter(vendor, product, "tier2", "ordering", "nick", "\"min_length\": 3");
    String configuration = configured();
    adjust(configuration, value("nick", "Toppy"));
    String link = linkTo(configuration);
    int before = requestsOf(configuration);
    HttpResponse<String> wrong = change(link, Map.of("tier2_ordering", " ", "nick", "\">"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("2 answers need another look")
        .contains("Please fill this in.")
        .contains("at least 3 characters")
        .contains("value=\"&quot;&gt;\"")
        .contains("aria-invalid=\"true\"");
    assertThat(follow(change(link, Map.of("tier2_ordering", "asked", "nick", "Toppy"))).body())
        .contains("Nothing was changed")
        .contains("Send changes");
    assertThat(requestsOf(configuration)).isEqualTo(before);
    assertThat(follow(change(link, Map.of("tier2_ordering", "asked", "nick", ""))).body())
        .as("what is not needed can be taken away")
        .contains("Thank you.");
  }

  @Test
  void whatIsWrongIsNotCalledEmptyToo() {
    World.parameter(
        vendor, product, "tier2", "ordering", "nick", "\"required\": true, \"min_length\": 3");
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    distributor.api().put("/tier/config-requests/" + request, params("nick", "Toppy")).expect(200);
    setUp(top, 2);
    String link = linkTo(tierRequestOf(top, 2).at("configuration.id"));
    assertThat(change(link, Map.of("tier2_ordering", "asked", "nick", "x")).body())
        .contains("One answer needs another look", "at least 3 characters")
        .doesNotContain("Please fill this in.");
  }

  @Test
  void onlyWhatHasAValueIsShownAndChanged() {
    World.parameter(vendor, product, "tier2", "ordering", "secret_place", "\"hidden\": true");
    World.parameter(vendor, product, "tier2", "ordering", "rating", "\"hidden\": true");
    World.parameter(vendor, product, "tier2", "ordering", "never_said", "");
    World.parameter(vendor, product, "tier2", "ordering", "contract", "\"readonly\": true");
    vendor
        .api()
        .post(
            "/products/" + product + "/parameters",
            """
            {"name": "pin", "title": "The pin", "type": "password", "scope": "tier2",
             "phase": "ordering"}
            """)
        .expect(201);
    String configuration = configured();
    adjust(
        configuration,
        String.join(
            ",",
            value("rating", "prepaid"),
            value("contract", "contract one"),
            value("pin", "0815-4711")));
    String link = linkTo(configuration);
    String page = open(link).body();
    assertThat(page)
        .contains("The rating")
        .contains("value=\"prepaid\"")
        .containsPattern("value=\"contract one\"[^>]+readonly=\"readonly\"")
        .contains("The pin")
        .contains("There is one already.")
        .doesNotContain("secret_place")
        .doesNotContain("never_said")
        .doesNotContain("tier2_fulfillment")
        .doesNotContain("given")
        .doesNotContain("0815-4711");
    Map<String, String> posted =
        Map.of(
            "tier2_ordering", "new",
            "rating", "30 days",
            "pin", "",
            "contract", "contract two",
            "secret_place", "guessed",
            "never_said", "guessed",
            "tier2_fulfillment", "guessed");
    follow(change(link, page, posted));
    Api.Answer update = tierRequestOf(top, 2);
    assertThat(update.json().path("params").findValuesAsString("id"))
        .containsExactlyInAnyOrder("tier2_ordering", "rating");
    assertThat(update.text()).doesNotContain("guessed").doesNotContain("contract two");
    approve(update.at("id"), "tier2");
    assertThat(vendor.api().get("/tier/configs/" + configuration).expect(200).text())
        .as("the password stays")
        .contains("0815-4711")
        .contains("30 days");
  }

  @Test
  void whatWasRightOnceStaysAsItWas() {
    World.parameter(vendor, product, "tier2", "ordering", "lines", "");
    String level =
        vendor
            .api()
            .post(
                "/products/" + product + "/parameters",
                """
                {"name": "level", "title": "Level", "type": "dropdown", "scope": "tier2",
                 "phase": "ordering", "constraints": {"choices": [{"value": "gold", "label": "Gold"}]}}
                """)
            .expect(201)
            .at("id");
    String configuration = configured();
    adjust(configuration, value("lines", "one\\ntwo") + "," + value("level", "gold"));
    vendor
        .api()
        .put(
            "/products/" + product + "/parameters/" + level,
            "{\"constraints\": {\"choices\": [{\"value\": \"new\", \"label\": \"New\"}]}}")
        .expect(200);
    String link = linkTo(configuration);
    String page = open(link).body();
    assertThat(page).containsPattern("<option\\s+value=\"gold\"\\s+selected");
    Map<String, String> asShown =
        Map.of("tier2_ordering", "asked", "lines", "onetwo", "level", "gold");
    assertThat(follow(change(link, page, asShown)).body()).contains("Nothing was changed");
    Map<String, String> chosen = new HashMap<>(asShown);
    chosen.put("level", "new");
    follow(change(link, page, chosen));
    assertThat(tierRequestOf(top, 2).json().path("params").findValuesAsString("id"))
        .containsExactly("level");
  }

  @Test
  void aPageThatWasOvertakenSendsNothing() {
    String configuration = configured();
    String link = linkTo(configuration);
    String stale = open(link).body();
    String update =
        distributor
            .api()
            .post(
                "/tier/config-requests",
                "{\"configuration\": {\"id\": \"%s\"}, %s"
                    .formatted(configuration, params("tier2_ordering", "ours").substring(1)))
            .expect(201)
            .at("id");
    HttpResponse<String> second = change(link, stale, Map.of("tier2_ordering", "theirs"));
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body())
        .contains("Something else came first.")
        .contains("A change is with VENDOR ")
        .doesNotContain("<form");
    approve(update, "tier2");
    HttpResponse<String> third = change(link, stale, Map.of("tier2_ordering", "asked"));
    assertThat(third.statusCode()).as("or it would take back what was agreed").isEqualTo(409);
    assertThat(third.body()).contains("value=\"ours\"");
    assertThat(submit(link, Map.of("tier2_ordering", "unseen")).statusCode()).isEqualTo(409);
    assertThat(tierRequestOf(top, 2).at("id")).isEqualTo(update);
  }

  @Test
  void ofTwoAtOnceOneIsFirst() throws Exception {
    String configuration = configured();
    String link = linkTo(configuration);
    int before = requestsOf(configuration);
    String page = open(link).body();
    List<Callable<Integer>> both =
        List.of(
            () -> change(link, page, Map.of("tier2_ordering", "one")).statusCode(),
            () -> change(link, page, Map.of("tier2_ordering", "other")).statusCode());
    assertThat(together(both)).containsExactlyInAnyOrder(303, 409);
    assertThat(requestsOf(configuration)).isEqualTo(before + 1);
  }

  @Test
  void whoPressesTwiceSendsOnce() throws Exception {
    String configuration = configured();
    String link = linkTo(configuration);
    int before = requestsOf(configuration);
    String page = open(link).body();
    Callable<Integer> press =
        () -> change(link, page, Map.of("tier2_ordering", "pressed twice")).statusCode();
    assertThat(together(List.of(press, press))).containsExactly(303, 303);
    assertThat(requestsOf(configuration)).isEqualTo(before + 1);
  }

  @Test
  void whoIsAskedIsLedToTheForm() {
    String configuration = configured();
    String link = linkTo(configuration);
    follow(change(link, Map.of("tier2_ordering", "changed")));
    String update = tierRequestOf(top, 2).at("id");
    vendor
        .api()
        .put(
            "/tier/config-requests/" + update,
            "{\"params\": [{\"id\": \"tier2_ordering\", \"value_error\": \"Which one?\"}]}")
        .expect(200);
    vendor.api().post("/tier/config-requests/" + update + "/inquire").expect(204);
    String form = tierRequestOf(top, 2).at("activation.link");
    assertThat(open(link).body())
        .contains("There are questions for you")
        .contains("href=\"" + form + "\"")
        .doesNotContain("Send changes");
    submit(form, Map.of("tier2_ordering", "this one"));
    assertThat(open(link).body()).contains("A change is with VENDOR ").doesNotContain(form);
    String code = link.substring(link.lastIndexOf('/') + 1);
    String formCode = form.substring(form.lastIndexOf('/') + 1);
    String base = "http://127.0.0.1:" + port();
    assertThat(open(base + "/forms/" + code).statusCode()).isEqualTo(404);
    assertThat(open(base + "/portal/" + formCode).statusCode()).isEqualTo(404);
  }

  @Test
  void linksThatAreNoneOfOursAllLookAlike() {
    String configuration = configured();
    String link = linkTo(configuration);
    String page = link.substring(0, link.lastIndexOf('/') + 1);
    String code = link.substring(page.length());
    String end = code.split("\\.")[1];
    for (String wrong :
        List.of(
            code.substring(0, code.length() - 1) + (code.endsWith("A") ? "B" : "A"),
            code.replace(end, String.valueOf(Long.parseLong(end) + 1)),
            configurationOf(reseller, 1) + code.substring(code.indexOf('.')),
            "nonsense")) {
      assertThat(open(page + wrong).statusCode()).as(wrong).isEqualTo(404);
    }
    assertThat(submit(page + "nonsense", Map.of()).statusCode()).isEqualTo(404);
    assertThat(open(page + "nonsense/actions/ACT-1").statusCode()).isEqualTo(404);
    String ended =
        new PortalLink(new TierConfigurationId(configuration), Instant.now().minusSeconds(1))
            .code()
            .sealed(keys);
    assertThat(open(page + ended).statusCode()).isEqualTo(410);
    assertThat(open(page + ended).body()).contains("This link has expired");
  }

  @Test
  void noOtherSiteSendsChanges() {
    String configuration = configured();
    String link = linkTo(configuration);
    Matcher seen = SEEN.matcher(open(link).body());
    assertThat(seen.find()).isTrue();
    HttpResponse<String> elsewhere =
        send(
            HttpRequest.newBuilder(URI.create(link))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "tier2_ordering=x&~seen=" + seen.group(1))));
    assertThat(elsewhere.statusCode()).isEqualTo(403);
    assertThat(tierRequestOf(top, 2).at("status")).isEqualTo("approved");
  }

  @Test
  void nothingInValuesOrTheTileDoesAnything() {
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    String evil = "\\\"><script>alert(1)</script>";
    distributor
        .api()
        .put("/tier/config-requests/" + request, params("tier2_ordering", evil))
        .expect(200);
    distributor.api().post("/tier/config-requests/" + request + "/pend").expect(204);
    vendor
        .api()
        .put("/tier/config-requests/" + request, params("tier2_fulfillment", "given"))
        .expect(200);
    String template =
        vendor
            .api()
            .post(
                "/products/" + product + "/templates",
                """
                {"name": "Hostile", "scope": "tier2", "type": "fulfillment",
                 "body": "# Hi {{ tier2_ordering }}\\n\\n<form action=x><img src=x onerror=alert(2)>\\n\\n[x](javascript:alert(3))"}
                """)
            .expect(201)
            .at("id");
    vendor
        .api()
        .post(
            "/tier/config-requests/" + request + "/approve",
            "{\"template\": {\"id\": \"%s\"}}".formatted(template))
        .expect(200);
    assertThat(open(linkTo(configurationOf(top, 2))).body())
        .contains("value=\"&quot;&gt;&lt;script&gt;")
        .contains("<h2>Hi ")
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("<form action=\"x")
        .doesNotContain("javascript:");
  }

  @Test
  void buttonsLeadToTheVendor() throws ParseException, JOSEException {
    String configuration = configured();
    String endpoint = "https://vendor.example/actions?lang=en";
    vendor
        .api()
        .put(
            "/products/" + product,
            "{\"customer_ui_settings\": {\"action\": {\"url\": \"%s\"}}}".formatted(endpoint))
        .expect(200);
    String own = action("console", "tier2");
    String others = action("other", "tier1");
    String link = linkTo(configuration);
    assertThat(open(link).body()).as("they lead nowhere yet").doesNotContain("/actions/");
    assertThat(open(link + "/actions/" + own).statusCode()).isEqualTo(404);
    String secret =
        vendor
            .api()
            .post("/products/" + product + "/actions/regeneratesecret", "{}")
            .expect(200)
            .at("jwt_secret");
    assertThat(open(link).body())
        .contains("At VENDOR ")
        .contains("/actions/" + own + "\"")
        .contains("Name of console")
        .doesNotContain(others)
        .doesNotContain("jwt=");
    HttpResponse<String> pressed = open(link + "/actions/" + own);
    assertThat(pressed.statusCode()).isEqualTo(303);
    assertThat(pressed.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(pressed.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    String to = pressed.headers().firstValue("Location").orElseThrow();
    assertThat(to).startsWith(endpoint + "&jwt=");
    SignedJWT jwt = SignedJWT.parse(to.substring(to.indexOf("jwt=") + 4));
    assertThat(jwt.verify(new MACVerifier(secret))).isTrue();
    assertThat(jwt.getJWTClaimsSet().getStringClaim("configuration_id")).isEqualTo(configuration);
    assertThat(jwt.getJWTClaimsSet().getStringClaim("action_id")).isEqualTo("console");
    for (String none : List.of(others, "ACT-000-000-000-001", "evil.example")) {
      assertThat(open(link + "/actions/" + none).statusCode()).as(none).isEqualTo(404);
    }
  }

  private String action(String localId, String scope) {
    return vendor
        .api()
        .post(
            "/products/" + product + "/actions",
            "{\"action\": \"%s\", \"name\": \"Name of %1$s\", \"scope\": \"%s\"}"
                .formatted(localId, scope))
        .expect(201)
        .at("id");
  }

  @Test
  void thePageClosesWithTheConnection() {
    String configuration = configured();
    String link = linkTo(configuration);
    String page = open(link).body();
    String connection =
        distributor.api().get("/tier/configs/" + configuration).expect(200).at("connection.id");
    vendor
        .api()
        .put(
            "/products/%s/connections/%s".formatted(product, connection),
            "{\"status\": \"revoked\"}")
        .expect(200);
    assertThat(open(link).statusCode()).isEqualTo(410);
    assertThat(open(link).body()).contains("This page is closed");
    assertThat(change(link, page, Map.of("tier2_ordering", "x")).statusCode()).isEqualTo(410);
    assertThat(open(link + "/actions/ACT-1").statusCode()).isEqualTo(410);
    assertThat(distributor.api().post(path(configuration), "{}").expect(400).at("error_code"))
        .isEqualTo("CON_001");
  }

  @Test
  void thePageClosesWithTheAccount() {
    String alone = World.reseller(distributor, "Alone", null);
    String request =
        distributor
            .api()
            .post(
                "/tier/config-requests",
                """
                {"type": "setup", "configuration": {
                   "product": {"id": "%s"}, "account": {"id": "%s"}, "tier_level": 2},
                 "params": [%s]}
                """
                    .formatted(product, alone, value("tier2_ordering", "asked")))
            .expect(201)
            .at("id");
    approve(request, "tier2");
    String configuration = configurationOf(alone, 2);
    String link = linkTo(configuration);
    assertThat(open(link).statusCode()).isEqualTo(200);
    distributor.api().delete("/tier/accounts/" + alone).expect(204);
    assertThat(open(link).statusCode()).isEqualTo(410);
    Api.Answer refused = distributor.api().post(path(configuration), "{}").expect(400);
    assertThat(refused.at("detail")).isEqualTo(alone + " is decommissioned.");
  }
}
