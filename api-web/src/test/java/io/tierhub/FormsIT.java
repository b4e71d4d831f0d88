package io.tierhub;

import static io.tierhub.support.Visitor.open;
import static io.tierhub.support.Visitor.send;
import static io.tierhub.support.Visitor.submit;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.link.LinkCode;
import io.tierhub.link.LinkKeys;
import io.tierhub.link.LinkPurpose;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The form behind an inquiry's link, as somebody with nothing but the link meets it. */
class FormsIT extends TierTest {

  @Autowired private LinkKeys keys;

  /** The link that the distributor is shown of the tier's request. */
  private String linkOf(String account, int level) {
    String link = tierRequestOf(account, level).at("activation.link");
    assertThat(link).as("a link of %s", account).isNotNull();
    return link;
  }

  @Test
  void anAnswerEndsTheInquiry() {
    orderOf(customer);
    String link = linkOf(top, 2);
    HttpResponse<String> form = open(link);
    assertThat(form.statusCode()).isEqualTo(200);
    assertThat(form.body())
        .contains("The tier2_ordering")
        .contains("Top")
        .doesNotContain("fulfillment");
    HttpResponse<String> sent = submit(link, Map.of("tier2_ordering", "from the form"));
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(
            open("http://127.0.0.1:" + port() + sent.headers().firstValue("Location").orElseThrow())
                .body())
        .contains("Thank you");
    Api.Answer request = tierRequestOf(top, 2);
    assertThat(request.at("status")).isEqualTo("pending");
    assertThat(request.at("params.0.value")).isEqualTo("from the form");
    assertThat(request.at("events.pended.by.id")).isEqualTo(top);
    assertThat(request.at("events.pended.by.name")).isEqualTo("Top");
    assertThat(request.json().has("activation")).isFalse();
    assertThat(open(link).body()).contains("Already answered");
    assertThat(submit(link, Map.of("tier2_ordering", "again")).body()).contains("Already answered");
    assertThat(tierRequestOf(top, 2).at("params.0.value")).isEqualTo("from the form");
  }

  @Test
  void whatIsWrongIsToldBesideItsFieldAndNothingIsLost() {
    World.parameter(vendor, product, "tier2", "ordering", "nick", "\"min_length\": 3");
    World.requires(vendor, product, "tier2", "ordering", "town");
    orderOf(customer);
    String link = linkOf(top, 2);
    HttpResponse<String> wrong =
        submit(link, Map.of("tier2_ordering", "kept <b>", "nick", "x", "town", " "));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("2 answers need another look")
        .contains("Please fill this in.")
        .contains("value=\"kept &lt;b&gt;\"")
        .contains("aria-invalid=\"true\"");
    assertThat(tierRequestOf(top, 2).at("status")).isEqualTo("inquiring");
    assertThat(tierRequestOf(top, 2).json().path("params")).isEmpty();
  }

  @Test
  void aPasswordOfAWrongAnswerIsNotKeptAndAskedForAgain() {
    asks("password", "login", "{\"required\": true}");
    orderOf(customer);
    String link = linkOf(top, 2);
    String wrong = submit(link, Map.of("tier2_ordering", "", "login", "typed once")).body();
    assertThat(wrong)
        .contains("Please type it again")
        .doesNotContain("There is one already", "typed once");
    assertThat(submit(link, Map.of("tier2_ordering", "x", "login", "")).statusCode())
        .as("nothing is there to be kept")
        .isEqualTo(400);
    assertThat(submit(link, Map.of("tier2_ordering", "x", "login", "typed twice")).statusCode())
        .isEqualTo(303);
    inquireAgain("Which one?");
    assertThat(open(linkOf(top, 2)).body()).contains("There is one already");
    assertThat(
            submit(linkOf(top, 2), Map.of("tier2_ordering", "this one", "login", "")).statusCode())
        .isEqualTo(303);
  }

  @Test
  void faultsArePutInWordsForPeople() {
    asks("object", "limits", "{}");
    asks(
        "choice",
        "colour",
        "{\"required\": true, \"choices\": [{\"value\": \"a\", \"label\": \"A\"}]}");
    asks(
        "checkbox",
        "sizes",
        "{\"required\": true, \"choices\": [{\"value\": \"b\", \"label\": \"B\"}]}");
    orderOf(customer);
    String wrong = submit(linkOf(top, 2), Map.of("tier2_ordering", "x", "limits", "{a")).body();
    assertThat(wrong)
        .contains("3 answers need another look", "Nothing was sent yet.")
        .contains("Enter a JSON object", "Please choose one.", "Please tick at least one.")
        .doesNotContain("structured_value");
  }

  @Test
  void anAddressIsAskedForWithCountriesByTheirNames() {
    asks("address", "office", "{\"required\": true}");
    orderOf(customer);
    String link = linkOf(top, 2);
    assertThat(open(link).body()).containsPattern("value=\"CH\"\\s*>Switzerland<");
    Map<String, String> sent =
        Map.of(
            "tier2_ordering", "x",
            "office.address_line1", "Seestrasse 12",
            "office.city", "",
            "office.country", "CH");
    assertThat(submit(link, sent).body())
        .as("the summary leads to the part that is wrong")
        .containsPattern("href=\"#(f[0-9]+-city)\"")
        .containsPattern("value=\"CH\"\\s+selected=\"selected\"\\s*>Switzerland<");
  }

  @Test
  void whatTheVendorWritesStandsBelowThePagesOwnHeading() {
    asks(
        "content",
        "terms",
        "{\"display_content\": \"# Terms\\n\\nRead [them](https://nimbus.example).\"}");
    orderOf(customer);
    assertThat(open(linkOf(top, 2)).body())
        .contains("<h2>Terms</h2>", "https://nimbus.example")
        .containsOnlyOnce("<h1");
  }

  @Test
  void descriptionAndHintAreBothShown() {
    vendor
        .api()
        .post(
            "/products/" + product + "/parameters",
            """
            {"name": "desk", "title": "Desk", "description": "Given to your resellers.",
             "hint": "Staffed on working days", "type": "text", "scope": "tier2",
             "phase": "ordering"}
            """)
        .expect(201);
    orderOf(customer);
    assertThat(open(linkOf(top, 2)).body())
        .contains("Given to your resellers.", "Staffed on working days");
  }

  @Test
  void whatGoesWrongIsToldInAPageToo() {
    orderOf(customer);
    String link = linkOf(top, 2);
    HttpResponse<String> tooMuch = submit(link, Map.of("tier2_ordering", "x".repeat(70_000)));
    assertThat(tooMuch.statusCode()).isEqualTo(413);
    assertThat(tooMuch.body()).contains("<h1>That was too much at once</h1>");
    assertThat(tierRequestOf(top, 2).at("status")).isEqualTo("inquiring");
    // Nobody makes such a link; whoever did would have made a mistake.
    String mistaken = new LinkCode(LinkPurpose.FORM, "TA-1", 1).sealed(keys);
    HttpResponse<String> failed = open(link.substring(0, link.lastIndexOf('/') + 1) + mistaken);
    assertThat(failed.statusCode()).isEqualTo(500);
    assertThat(failed.body()).contains("<h1>Something went wrong</h1>");
    assertThat(failed.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
  }

  /** One more thing that tier 2 is asked. */
  private void asks(String type, String name, String constraints) {
    vendor
        .api()
        .post(
            "/products/" + product + "/parameters",
            """
            {"name": "%s", "title": "The %s", "type": "%s", "scope": "tier2",
             "phase": "ordering", "constraints": %s}
            """
                .formatted(name, name, type, constraints))
        .expect(201);
  }

  /** The vendor finds something wrong with what it has got. */
  private void inquireAgain(String error) {
    String request = tierRequestOf(top, 2).at("id");
    vendor
        .api()
        .put(
            "/tier/config-requests/" + request,
            "{\"params\": [{\"id\": \"tier2_ordering\", \"value_error\": \"%s\"}]}"
                .formatted(error))
        .expect(200);
    vendor.api().post("/tier/config-requests/" + request + "/inquire").expect(204);
  }

  @Test
  void aNewerInquiryMakesTheOlderLinkDead() {
    orderOf(customer);
    String first = linkOf(top, 2);
    String request = tierRequestOf(top, 2).at("id");
    answer(request, "tier2");
    inquireAgain("Which one?");
    String second = linkOf(top, 2);
    assertThat(second).isNotEqualTo(first);
    assertThat(open(first).statusCode()).isEqualTo(410);
    assertThat(submit(first, Map.of("tier2_ordering", "x")).statusCode()).isEqualTo(410);
    assertThat(open(second).body())
        .contains("One answer needs another look", "The vendor asks you to change")
        .contains("Which one?", "value=\"asked\"");
    assertThat(submit(second, Map.of("tier2_ordering", "asked")).body())
        .as("the same again is no answer")
        .contains("Please change this.");
    assertThat(submit(second, Map.of("tier2_ordering", "this one")).statusCode()).isEqualTo(303);
    assertThat(statusOf(request)).isEqualTo("pending");
  }

  @Test
  void hiddenOnesAreShownOnlyIfTheVendorAsksForThem() {
    World.parameter(vendor, product, "tier2", "ordering", "secret_handshake", "\"hidden\": true");
    orderOf(customer);
    String link = linkOf(top, 2);
    assertThat(open(link).body()).doesNotContain("secret_handshake");
    submit(link, Map.of("tier2_ordering", "x", "secret_handshake", "guessed"));
    String request = tierRequestOf(top, 2).at("id");
    assertThat(tierRequestOf(top, 2).text()).doesNotContain("guessed");
    vendor
        .api()
        .put(
            "/tier/config-requests/" + request,
            "{\"params\": [{\"id\": \"secret_handshake\", \"value_error\": \"Please.\"}]}")
        .expect(200);
    vendor.api().post("/tier/config-requests/" + request + "/inquire").expect(204);
    String again = linkOf(top, 2);
    assertThat(open(again).body()).contains("The secret_handshake").contains("Please.");
    assertThat(
            submit(again, Map.of("tier2_ordering", "x", "secret_handshake", "told")).statusCode())
        .isEqualTo(303);
    assertThat(tierRequestOf(top, 2).text()).contains("told");
  }

  @Test
  void onlyTheDistributorIsShownTheLink() {
    orderOf(customer);
    String path = "/tier/config-requests/" + tierRequestOf(top, 2).at("id");
    for (Api other : new Api[] {vendor.api(), world.ops().api()}) {
      Api.Answer seen = other.get(path).expect(200);
      assertThat(seen.at("activation.inquiry")).isEqualTo("1");
      assertThat(seen.json().at("/activation").has("link")).isFalse();
      assertThat(seen.text()).doesNotContain("/forms/");
    }
  }

  @Test
  void linksThatAreNoneOfOursAllLookAlike() {
    orderOf(customer);
    String link = linkOf(top, 2);
    String page = link.substring(0, link.lastIndexOf('/') + 1);
    String code = link.substring(page.length());
    String other = tierRequestOf(reseller, 1).at("id");
    for (String wrong :
        new String[] {
          code.substring(0, code.length() - 1) + (code.endsWith("A") ? "B" : "A"),
          code.replaceFirst("\\.1\\.", ".2."),
          other + code.substring(code.indexOf('.')),
          "nonsense",
          "%3Cb%3E"
        }) {
      assertThat(open(page + wrong).statusCode()).as(wrong).isEqualTo(404);
    }
    assertThat(submit(page + "nonsense", Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void nobodyKeepsFramesOrSendsThePageFromElsewhere() {
    orderOf(customer);
    String link = linkOf(top, 2);
    HttpResponse<String> form = open(link);
    assertThat(form.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(form.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(form.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(form.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
    assertThat(form.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'")
        .contains("form-action 'self'")
        .doesNotContain("unsafe");
    HttpResponse<String> elsewhere =
        send(
            HttpRequest.newBuilder(URI.create(link))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.ofString("tier2_ordering=x")));
    assertThat(elsewhere.statusCode()).isEqualTo(403);
    assertThat(tierRequestOf(top, 2).at("status")).isEqualTo("inquiring");
  }

  @Test
  void anOrderAsksItsCustomer() {
    String simple = world.soldProduct(vendor, false, distributor, hub);
    World.requires(vendor, simple, "asset", "ordering", "domain");
    String order = World.order(distributor, simple, customer);
    Api.Answer asked = distributor.api().get("/requests/" + order).expect(200);
    String link = asked.at("params_form_url");
    assertThat(asked.at("activation.link")).isEqualTo(link);
    assertThat(vendor.api().get("/requests/" + order).expect(200).json().has("params_form_url"))
        .isFalse();
    assertThat(submit(link, Map.of("domain", "example.org")).statusCode()).isEqualTo(303);
    Api.Answer answered = distributor.api().get("/requests/" + order).expect(200);
    assertThat(answered.at("status")).isEqualTo("pending");
    assertThat(answered.at("asset.params.0.value")).isEqualTo("example.org");
  }

  @Test
  void whatAnAnswerBringsUpIsAskedForAndTaken() {
    World.parameter(vendor, product, "tier2", "ordering", "invoicing", "");
    World.parameter(
        vendor,
        product,
        "tier2",
        "ordering",
        "invoice_town",
        "\"hidden\": true, \"dependency\": {\"parameter\": {\"name\": \"invoicing\"},"
            + " \"values\": [\"paper\"], \"hidden\": false, \"required\": true}");
    orderOf(customer);
    String link = linkOf(top, 2);
    assertThat(open(link).body()).contains("The invoicing").doesNotContain("The invoice_town");
    HttpResponse<String> more = submit(link, Map.of("tier2_ordering", "x", "invoicing", "paper"));
    assertThat(more.statusCode()).isEqualTo(400);
    assertThat(more.body()).contains("The invoice_town").contains("Please fill this in.");
    assertThat(
            submit(
                    link,
                    Map.of("tier2_ordering", "x", "invoicing", "paper", "invoice_town", "Oslo"))
                .statusCode())
        .isEqualTo(303);
    assertThat(tierRequestOf(top, 2).text()).contains("Oslo");
  }

  @Test
  void whatAnAnswerHidesIsStillShownIfItIsWrong() {
    World.parameter(vendor, product, "tier2", "ordering", "invoicing", "");
    World.parameter(
        vendor,
        product,
        "tier2",
        "ordering",
        "nick",
        "\"min_length\": 3, \"dependency\": {\"parameter\": {\"name\": \"invoicing\"},"
            + " \"values\": [\"none\"], \"hidden\": true}");
    orderOf(customer);
    String link = linkOf(top, 2);
    HttpResponse<String> wrong =
        submit(link, Map.of("tier2_ordering", "x", "nick", "y", "invoicing", "none"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("The nick").contains("aria-invalid=\"true\"");
    assertThat(
            submit(link, Map.of("tier2_ordering", "x", "nick", "", "invoicing", "none"))
                .statusCode())
        .isEqualTo(303);
  }
}
