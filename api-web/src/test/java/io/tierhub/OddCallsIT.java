package io.tierhub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_32;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that are wrong in a way nobody thought of: refused in plain words, never a 500. */
class OddCallsIT extends HttpTest {

  private Api api;
  private String account;

  @BeforeEach
  void anAccount() {
    World.Company distributor = world().distributor();
    api = distributor.api();
    account = "/tier/accounts/" + World.reseller(distributor, "Fjord", null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "=x", "&=x"})
  void queryStringsThatCannotBeRead(String query) {
    assertThat(api.get("/feed?" + query).expect(400).at("error_code")).isEqualTo("VAL_001");
    api.get(account + "/tree?" + query).expect(400);
    api.get(account + "/descendants?" + query).expect(400);
    api.put(account + "?" + query, "{}").expect(400);
  }

  /** What Connect has and TierHub does not is refused with what there is instead. */
  @ParameterizedTest
  @ValueSource(strings = {"schedule", "revoke", "confirm", "renew", "transfer", "billing"})
  void actionsThatAreNotOffered(String action) {
    Api.Answer refused = api.post("/requests/PR-0000-0000-0000-001/" + action, "{}").expect(404);
    assertThat(refused.at("error_code")).isEqualTo("NFND_000");
    assertThat(refused.at("errors.0"))
        .isEqualTo(
            "There is no path /public/v1/requests/PR-0000-0000-0000-001/%s here. There are: approve,"
                    .formatted(action)
                + " assign, fail, inquire, pend, purchase, submit, unassign, validate.");
    assertThat(refused.json().path("allowed")).hasSize(9);
  }

  @Test
  void pathsThatResembleNothing() {
    Api.Answer refused = api.get("/nothing").expect(404);
    assertThat(refused.at("errors.0")).isEqualTo("There is no path /public/v1/nothing here.");
    Api.Answer odd = api.get("/assets/AS-0000-0000-0000/bill").expect(404);
    assertThat(odd.at("errors.0")).endsWith(" There are: render, requests.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00a0", "\ufeff \u200b\u2060", "\u3164"})
  void textsOfWhichNothingCanBeSeenAreEmpty(String nothing) {
    String body = "{\"name\": \"%s\"}".formatted(nothing);
    Api.Answer refused = api.post("/hubs", body).expect(400);
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/name");
    assertThat(refused.at("violations.0.message")).isEqualTo("This field may not be blank.");
    api.post("/hubs", "{\"name\": \"a%sb\"}".formatted(nothing)).expect(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x1", "+1", "-1", "1.0", " 1", "\u0661", "99999999999"})
  void versionsThatAreNoNumbers(String number) {
    api.get(account + "/versions/1").expect(200);
    api.get(account + "/versions/" + number).expect(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/problem+json                       | application/problem+json
          application/json, application/problem+json     | application/problem+json
          application/problem+json;q=0.1                 | application/problem+json
          application/problem+json;q=0                   | application/json
          application/json, application/problem+json;q=0 | application/json
          application/problem+jsonx                      | application/json
          application/*                                  | application/json
          /application/problem+json                      | application/json
          """)
  void problemsAreSentAsSuchToWhoAsksForThem(String accept, String type) {
    assertThat(
            api.send(r -> r.header("Accept", accept), "/tier/accounts/none").header("Content-Type"))
        .isEqualTo(type);
  }

  @Test
  void aParameterSentTwice() {
    assertThat(api.get(account + "?as_of=x&as_of=y").expect(400).text())
        .contains("[x, y]")
        .doesNotContain("java.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+294277-01-01T00:00:00Z", "-9999-01-01T00:00:00Z", "-0001-01-01"})
  void momentsBeyondTheDatabase(String moment) {
    String asOf = "?as_of=" + moment;
    api.get(account + asOf).expect(400);
    api.get(account + "/ancestors" + asOf).expect(400);
    api.get(account + "/tree" + asOf).expect(400);
  }

  @Test
  void aTreeOfNegativeDepthIsItsRoot() {
    assertThat(api.get(account + "/tree?depth=-1").expect(200).text())
        .isEqualTo(api.get(account + "/tree?depth=0").expect(200).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"parent": "TA-1"}             | /parent       | Expected an object.
          {"parent": 1}                  | /parent       | Expected an object.
          {"parent": true}               | /parent       | Expected an object.
          {"parent": ""}                 | /parent       | Expected an object.
          {"parent": {"index": 1.5}}     | /parent/index | Expected a whole number.
          {"parent": {"index": 2147483648}}           | /parent/index | Expected a whole number.
          {"parent": {"index": -99999999999999999999}} | /parent/index | Expected a whole number.
          """)
  void membersOfAWrongType(String body, String pointer, String message) {
    Api.Answer answer = api.put(account, body).expect(400);
    assertThat(answer.at("violations.0.pointer")).isEqualTo(pointer);
    assertThat(answer.at("violations.0.message")).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{} {}",
        "{\"name\": NaN}",
        "/* */{}",
        "{\"name\": \"x",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
      })
  void bodiesThatCannotBeReadSayNothingOfOurInsides(String body) {
    assertThat(api.put(account, body).expect(400).at("detail"))
        .doesNotContain(
            "ackson", "Feature", "FEATURE", "Source", "Constraints", "VALUE_", "ALLOW_");
  }

  /** What is kept as another number or text than was sent would be kept wrong in silence. */
  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e999999999"})
  void numbersThatAreReadAsInfinite(String number) {
    Api.Answer name = api.put(account, "{\"name\": %s}".formatted(number)).expect(400);
    assertThat(name.at("violations.0.message")).isEqualTo("Expected a text.");
    Api.Answer settings =
        world()
            .vendor()
            .api()
            .post(
                "/products",
                "{\"name\": \"P\", \"customer_ui_settings\": {\"a\": {\"b\": [%s]}}}"
                    .formatted(number))
            .expect(400);
    assertThat(settings.pointers()).containsExactly("/customer_ui_settings");
  }

  @Test
  void lettersThatRunBackwards() {
    Api.Answer refused = api.put(account, "{\"name\": \"Bank \u202egnp.exe\"}").expect(400);
    assertThat(refused.pointers()).containsExactly("/name");
    // What comes along with a number that is copied from an address book.
    api.put(account, "{\"name\": \"\u202aFjord\u202c\"}").expect(200);
  }

  @Test
  void bodiesInAnotherEncoding() {
    String body = "{\"name\": \"Other\"}";
    for (Charset other : List.of(UTF_16, UTF_16LE, UTF_16BE, UTF_32)) {
      Api.Answer refused = put("application/json", body.getBytes(other)).expect(400);
      assertThat(refused.at("error_code")).as(other.name()).isEqualTo("VAL_003");
    }
    for (String said : List.of("utf-16", "iso-8859-1", "none-such")) {
      put("application/json;charset=" + said, body.getBytes(UTF_8)).expect(415);
    }
    byte[] longer = "{\"name\": \"a\u00c0\u00af\"}".getBytes(ISO_8859_1);
    assertThat(put("application/json", longer).expect(400).at("detail"))
        .isEqualTo("The body is not valid JSON: It is not UTF-8");
    assertThat(api.get(account).expect(200).at("name")).isEqualTo("Fjord");
    put("application/json; charset=UTF-8", body.getBytes(UTF_8)).expect(200);
    put("application/json", ("\ufeff" + body).getBytes(UTF_8)).expect(200);
  }

  private Api.Answer put(String type, byte[] body) {
    return api.send(
        r -> r.header("Content-Type", type).PUT(BodyPublishers.ofByteArray(body)), account);
  }

  @Test
  void aChangeThatCallsItselfAForm() {
    String form = "application/x-www-form-urlencoded"; // What curl says of itself.
    api.send(
            r ->
                r.header("Content-Type", form)
                    .PUT(BodyPublishers.ofString("{\"name\": \"Other\"}")),
            account)
        .expect(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "gzip, identity"})
  void bodiesThatAreEncoded(String encoding) {
    Api.Answer refused = put("Content-Encoding", encoding).expect(415);
    assertThat(refused.at("detail")).contains("Content-Encoding: " + encoding);
    assertThat(api.get(account).expect(200).at("name")).isEqualTo("Fjord");
    put("Content-Encoding", "identity").expect(200);
  }

  private Api.Answer put(String header, String value) {
    return api.send(
        r ->
            r.header("Content-Type", "application/json")
                .header(header, value)
                .PUT(BodyPublishers.ofString("{\"name\": \"Other\"}")),
        account);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dryRun=true", "DRY_RUN=true", "dry-run=true", "dryrun", "Dry_Run=1"})
  void rehearsalsThatAreMisspelt(String query) {
    Api.Answer refused = api.put(account + "?" + query, "{\"name\": \"Other\"}").expect(400);
    assertThat(refused.at("detail")).contains("dry_run");
    assertThat(api.get(account).expect(200).at("name")).isEqualTo("Fjord");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/descendants", "/versions", "/versions/1"})
  void thePastWhereOnlyThePresentIsTold(String below) {
    String path = below.isEmpty() ? "/tier/accounts" : account + below;
    Api.Answer refused = api.get(path + "?limit=1&as_of=2026-01-01").expect(400);
    assertThat(refused.at("detail")).contains("as_of");
    api.put(account + "?as_of=2026-01-01", "{}").expect(400);
  }

  @Test
  void aListWithoutPropertiesSaysSo() {
    assertThat(api.get(account + "/versions?name=x").expect(400).at("detail"))
        .contains("Unknown filter 'name'")
        .endsWith("this list has none.");
  }

  @Test
  void anOrderOfNothing() {
    String body =
        """
        {"type": "purchase", "asset": {"product": {"id": "PRD-000-000-000"}, "items": [null],
         "tiers": {"customer": {"id": "TA-0000-0000-0000"}}}}
        """;
    assertThat(api.post("/requests", body).expect(400).text()).contains("/asset/items/0");
  }
}
