package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.tierhub.inquiry.Inquiry;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Role;
import io.tierhub.support.BrowsersOfClass;
import io.tierhub.support.Device;
import io.tierhub.support.MailServer;
import io.tierhub.support.PageReader;
import io.tierhub.support.World;
import io.tierhub.web.SettableClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What two resellers do when an order waits for them, with nothing but a mail and a browser: on a
 * server that mails, with every kind of field there is.
 */
class ResellerStoryIT extends TierTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final MailServer MAILS = new MailServer();

  @RegisterExtension private static final BrowsersOfClass BROWSERS = new BrowsersOfClass();

  @Autowired private SettableClock clock;

  @DynamicPropertySource
  static void aMailServerAndAProxy(DynamicPropertyRegistry properties) {
    MAILS.serve(properties);
    // Its clock runs ahead, and must end nothing of others.
    properties.add("tierhub.test.own-database", () -> "true");
    properties.add("server.forward-headers-strategy", () -> "native");
  }

  @AfterAll
  static void nothingIsLeftOpen() {
    MAILS.stop();
  }

  @Override
  @BeforeEach
  void aProductThatIsConfiguredForTwoTiers() {
    world = world();
    distributor = world.company(Role.DISTRIBUTOR, "Alpine Distribution", Environment.PRODUCTION);
    vendor = world.company(Role.VENDOR, "Nimbus", Environment.PRODUCTION);
    hub = world.hub(distributor);
    product = world.tierProduct(vendor, 2, distributor, hub);
    String path = "/products/" + product;
    vendor.api().put(path, "{\"name\": \"Nimbus Workplace\"}").expect(200);
    for (JsonNode asked : story("workplace.json")) {
      asked.forEachEntry(
          (kind, body) -> vendor.api().post(path + "/" + kind + "s", body.toString()).expect(201));
    }
    vendor
        .api()
        .put(
            path + "/templates/" + template("Default Tier 2 Inquiry Template"),
            """
            {"body": "# Welcome to Nimbus Workplace\\n\\nBefore your resellers can sell it, we need a few answers about your company. It takes five minutes; have your register extract at hand."}
            """)
        .expect(200);
    top = reseller("Seeblick Cloud AG", null, "Noemi", "Keller", "noemi@seeblick.example");
    reseller = reseller("Ticino Digitale Sagl", top, "Luca", "Bernasconi", "luca@ticino.example");
    customer = World.customer(distributor, "Hotel Lago Maggiore", reseller);
  }

  private static JsonNode story(String file) {
    try (InputStream text = ResellerStoryIT.class.getResourceAsStream("/story/" + file)) {
      return JSON.readTree(text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String template(String name) {
    return vendor
        .api()
        .get("/products/" + product + "/templates?name=" + name)
        .expect(200)
        .at("0.id");
  }

  private String reseller(String name, String parent, String first, String last, String address) {
    return distributor
        .api()
        .post(
            "/tier/accounts",
            World.accountBody("reseller", name, parent)
                .replace("Ada", first)
                .replace("Ferrer", last)
                .replace("ada@example.com", address))
        .expect(201)
        .at("id");
  }

  @ParameterizedTest
  @EnumSource
  void anOrderWaitsForTwoResellersWhoHaveNothingButAMail(Device device) {
    String order = orderOf(customer);
    assertThat(statusOf(order)).isEqualTo("tiers_setup");
    String second = tierRequestOf(top, 2).at("id");
    try (PageReader noemi = BROWSERS.reader(device)) {
      String link = isMailedALink(noemi, second);
      isToldWhatIsWrong(noemi, second);
      answers(noemi, second);
      comesBack(noemi, second, link);
      isAskedAgain(noemi, second, link);
    }
    vendorApproves(
        second, "agreement_number", "NW-2026-0011", "Welcome as a distributor of Nimbus");
    assertThat(tile(top, 2)).contains("Your agreement NW-2026-0011").contains("+41 44 211 90 00");
    assertThat(statusOf(order)).isEqualTo("tiers_setup");
    String first = tierRequestOf(reseller, 1).at("id");
    try (PageReader luca = BROWSERS.reader(device)) {
      luca.read(MAILS.mail(first, 1).html());
      luca.follow("Answer now");
      assertThat(luca.text()).contains("Ticino Digitale Sagl");
      luca.inspect("form-short");
      luca.type("VAT number", "CHE-243.318.771 MWST");
      luca.follow("Send answers");
      assertThat(luca.heading()).isEqualTo("Thank you");
    }
    vendorApproves(first, "reseller_code", "TD-0043", "Welcome to the partner network");
    assertThat(tile(reseller, 1)).contains("Your reseller code is **TD-0043**.");
    assertThat(statusOf(order)).isEqualTo("pending");
    vendor.api().post("/requests/" + order + "/approve").expect(200);
    assertThat(statusOf(order)).isEqualTo("approved");
    try (PageReader luca = BROWSERS.reader(device)) {
      looksAfterItsDetails(luca);
    }
  }

  /** On the page of the reseller's own, long after. */
  private void looksAfterItsDetails(PageReader luca) {
    String configuration = tierRequestOf(reseller, 1).at("configuration.id");
    distributor.api().post("/tier/configs/" + configuration + "/portal-link", "{}").expect(201);
    luca.read(MAILS.mail(configuration, 1).html());
    luca.follow("Open your page");
    assertThat(luca.heading()).isEqualTo("Nimbus Workplace");
    assertThat(luca.text()).contains("Ticino Digitale Sagl", "Your reseller code is TD-0043.");
    luca.inspect("portal");
    luca.type("VAT number", "CHE");
    luca.follow("Send changes");
    assertThat(luca.status()).isEqualTo(400);
    assertThat(luca.errorOf("VAT number"))
        .isEqualTo("Ensure this field has at least 8 characters (it has 3).");
    luca.inspect("portal-wrong");
    luca.type("VAT number", "CHE-100.200.300 MWST");
    luca.follow("Send changes");
    assertThat(luca.text()).contains("Thank you.", "A change is with Nimbus");
    luca.inspect("portal-thanks");
    int sent = luca.timesSent();
    luca.reload();
    assertThat(luca.timesSent()).isEqualTo(sent);
    assertThat(valuesOf(tierRequestOf(reseller, 1).at("id")))
        .contains(entry("vat_number", "CHE-100.200.300 MWST"));
  }

  private String isMailedALink(PageReader noemi, String request) {
    MailServer.Received mail = MAILS.mail(request, 1);
    assertThat(mail.header("To")).isEqualTo("Noemi Keller <noemi@seeblick.example>");
    assertThat(mail.subject()).isEqualTo("Nimbus Workplace: a few answers are needed");
    noemi.read(mail.html());
    noemi.inspect("mail");
    noemi.follow("Answer now");
    assertThat(noemi.title()).isEqualTo("Nimbus Workplace");
    assertThat(noemi.text())
        .contains("Alpine Distribution", "Seeblick Cloud AG", "Your company", "call you first")
        .doesNotContain("Credit rating", "Distribution agreement");
    assertThat(noemi.source()).doesNotContain("credit_rating", "agreement_number", "<script");
    assertThat(noemi.tabOrder())
        .containsExactly(
            "Legal name",
            "Street and number",
            "Address, second line",
            "Postal code",
            "City",
            "State or province",
            "Country",
            "Website",
            "Germany, Austria, Switzerland",
            "Small businesses",
            "Enterprises",
            "Schools and universities",
            "Partner level",
            "support handbook",
            "Phone of your support desk",
            "E-mail of your technicians",
            "Your domain",
            "Address of your partner portal",
            "Password for provisioning",
            "Limits for provisioning",
            "Send answers");
    noemi.inspect("form");
    return noemi.url();
  }

  private void isToldWhatIsWrong(PageReader noemi, String request) {
    noemi.type("Legal name", "AG");
    noemi.type("Street and number", "Seestrasse 12");
    noemi.type("Postal code", "8002");
    noemi.type("Website", "seeblick");
    noemi.tick("Who your customers are", "Enterprises");
    noemi.type("Phone of your support desk", "call me");
    noemi.type("E-mail of your technicians", "noc@");
    noemi.type("Your domain", "seeblick");
    noemi.type("Address of your partner portal", "seeblick");
    noemi.type("Password for provisioning", "long enough, and lost");
    noemi.type("Limits for provisioning", "{seats");
    noemi.follow("Send answers");
    assertThat(noemi.status()).isEqualTo(400);
    assertThat(noemi.title()).isEqualTo("Please check: Nimbus Workplace");
    assertThat(noemi.summary())
        .containsExactly(
            "Legal name",
            "Registered office",
            "Website",
            "Sales region",
            "Partner level",
            "Phone of your support desk",
            "E-mail of your technicians",
            "Your domain",
            "Address of your partner portal",
            "Password for provisioning",
            "Limits for provisioning");
    assertThat(noemi.focused()).isEqualTo("11 answers need another look");
    noemi.inspect("form-wrong");
    assertThat(noemi.errorOf("Legal name")).contains("at least 3 characters");
    assertThat(noemi.errorOf("City")).isEqualTo("This field may not be blank.");
    assertThat(noemi.errorOf("Website")).contains("begins with https://");
    assertThat(noemi.errorOfGroup("Sales region")).isEqualTo("Please choose one.");
    assertThat(noemi.errorOf("Partner level")).isEqualTo("Please choose one.");
    assertThat(noemi.errorOf("Phone of your support desk"))
        .isEqualTo("This is not a phone number.");
    assertThat(noemi.errorOf("E-mail of your technicians")).contains("valid e-mail address");
    assertThat(noemi.errorOf("Your domain")).contains("example.com");
    assertThat(noemi.errorOf("Address of your partner portal"))
        .isEqualTo("Enter a name that ends in .partners.nimbus.example.");
    assertThat(noemi.errorOf("Password for provisioning")).startsWith("Please type it again");
    assertThat(noemi.errorOf("Limits for provisioning")).startsWith("Enter a JSON object");
    assertThat(noemi.valueOf("Street and number")).isEqualTo("Seestrasse 12");
    assertThat(noemi.valueOf("Postal code")).isEqualTo("8002");
    assertThat(noemi.chosenOf("Country")).isEqualTo("Switzerland");
    assertThat(noemi.valueOf("Website")).isEqualTo("seeblick");
    assertThat(noemi.isChosen("Who your customers are", "Enterprises")).isTrue();
    assertThat(noemi.isChosen("Who your customers are", "Small businesses")).isFalse();
    assertThat(noemi.valueOf("Limits for provisioning")).isEqualTo("{seats");
    assertThat(noemi.valueOf("Password for provisioning")).isEmpty();
    assertThat(noemi.source()).doesNotContain("long enough");
    assertThat(noemi.goTo("Registered office")).isEqualTo("City");
    assertThat(noemi.goTo("Sales region")).isEqualTo("Sales region");
    assertThat(noemi.goTo("Legal name")).isEqualTo("Legal name");
    assertThat(statusOf(request)).isEqualTo("inquiring");
    assertThat(tierRequestOf(top, 2).json().path("params")).isEmpty();
  }

  private void answers(PageReader noemi, String request) {
    noemi.type("Legal name", "Seeblick Cloud AG");
    noemi.type("City", "Zürich");
    noemi.type("Website", "https://www.seeblick.example");
    noemi.choose("Sales region", "Nordic countries");
    noemi.select("Partner level", "Gold");
    noemi.type("Phone of your support desk", "+41 44 211 90 00");
    noemi.type("E-mail of your technicians", "noc@seeblick.example");
    noemi.type("Your domain", "seeblick.example");
    noemi.type("Address of your partner portal", "seeblick.partners.nimbus.example");
    noemi.type("Password for provisioning", "correct horse battery");
    noemi.type("Limits for provisioning", "{\"seats\": 500}");
    noemi.follow("Send answers");
    assertThat(noemi.heading()).isEqualTo("Thank you");
    noemi.inspect("thanks");
    assertThat(statusOf(request)).isEqualTo("pending");
    assertThat(valuesOf(request))
        .containsOnly(
            entry("legal_name", "Seeblick Cloud AG"),
            entry("office", "Seestrasse 12, 8002 Zürich, CH"),
            entry("website", "https://www.seeblick.example"),
            entry("sales_region", "nordics"),
            entry("segments", "enterprise"),
            entry("partner_level", "gold"),
            entry("support_phone", "+41 44 211 90 00"),
            entry("technical_email", "noc@seeblick.example"),
            entry("mail_domain", "seeblick.example"),
            entry("portal_name", "seeblick.partners.nimbus.example"),
            entry("api_password", "correct horse battery"),
            entry("limits", "{\"seats\":500}"));
  }

  /** What the vendor reads, which alone is told passwords. */
  private Map<String, String> valuesOf(String request) {
    Map<String, String> values = new HashMap<>();
    for (JsonNode param :
        vendor.api().get("/tier/config-requests/" + request).expect(200).json().path("params")) {
      if (param.hasNonNull("value")) {
        values.put(param.path("id").asString(), param.path("value").asString());
      }
    }
    return values;
  }

  private void comesBack(PageReader noemi, String request, String link) {
    String before = vendor.api().get("/tier/config-requests/" + request).expect(200).text();
    int sent = noemi.timesSent();
    noemi.reload();
    assertThat(noemi.heading()).isEqualTo("Thank you");
    assertThat(noemi.timesSent()).isEqualTo(sent);
    noemi.goBack();
    assertThat(noemi.heading()).isEqualTo("Already answered");
    noemi.open(link);
    assertThat(noemi.heading()).isEqualTo("Already answered");
    noemi.inspect("answered");
    assertThat(vendor.api().get("/tier/config-requests/" + request).expect(200).text())
        .isEqualTo(before);
  }

  private void isAskedAgain(PageReader noemi, String request, String link) {
    vendor
        .api()
        .put(
            "/tier/config-requests/" + request,
            """
            {"params": [
              {"id": "legal_name", "value_error": "The register says Seeblick Cloud Services AG."},
              {"id": "sales_region", "value_error": "The Nordic contract is taken until June."}]}
            """)
        .expect(200);
    vendor.api().post("/tier/config-requests/" + request + "/inquire").expect(204);
    noemi.open(link);
    assertThat(noemi.heading()).isEqualTo("There is a newer link");
    noemi.inspect("newer");
    MailServer.Received mail = MAILS.mail(request, 2);
    assertThat(mail.subject()).isEqualTo("Nimbus Workplace: please look at your answers again");
    noemi.read(mail.html());
    noemi.follow("Answer now");
    assertThat(noemi.title()).isEqualTo("Nimbus Workplace");
    assertThat(noemi.summary()).containsExactly("Legal name", "Sales region");
    assertThat(noemi.errorOf("Legal name")).startsWith("The register says");
    assertThat(noemi.errorOfGroup("Sales region")).startsWith("The Nordic contract");
    assertThat(noemi.valueOf("Your domain")).isEqualTo("seeblick.example");
    assertThat(noemi.text()).contains("There is one already. Leave this empty to keep it.");
    noemi.inspect("form-again");
    noemi.follow("Send answers");
    assertThat(noemi.status()).isEqualTo(400);
    assertThat(noemi.errorOf("Legal name")).contains("The register says", "Please change this.");
    noemi.type("Legal name", "Seeblick Cloud Services AG");
    noemi.choose("Sales region", "Germany, Austria, Switzerland");
    noemi.follow("Send answers");
    assertThat(noemi.heading()).isEqualTo("Thank you");
    assertThat(statusOf(request)).isEqualTo("pending");
    assertThat(valuesOf(request))
        .contains(
            entry("legal_name", "Seeblick Cloud Services AG"),
            entry("sales_region", "dach"),
            entry("api_password", "correct horse battery"));
  }

  @ParameterizedTest
  @EnumSource
  void linksThatLeadToNoFormSayWhy(Device device) {
    orderOf(customer);
    String link = tierRequestOf(top, 2).at("activation.link");
    try (PageReader noemi = BROWSERS.reader(device)) {
      noemi.open(link.substring(0, link.length() - 20));
      assertThat(noemi.status()).isEqualTo(404);
      assertThat(noemi.heading()).isEqualTo("This link does not work");
      noemi.inspect("unknown");
      clock.advance(Inquiry.LIFE);
      noemi.open(link);
      clock.advance(Inquiry.LIFE.negated());
      assertThat(noemi.status()).isEqualTo(410);
      assertThat(noemi.heading()).isEqualTo("This link has expired");
      noemi.inspect("expired");
    }
  }

  private void vendorApproves(String request, String name, String value, String template) {
    vendor.api().put("/tier/config-requests/" + request, params(name, value)).expect(200);
    vendor
        .api()
        .post(
            "/tier/config-requests/" + request + "/approve",
            "{\"template\": {\"id\": \"%s\"}}".formatted(template(template)))
        .expect(200);
  }

  private String tile(String account, int level) {
    String configuration = tierRequestOf(account, level).at("configuration.id");
    return distributor.api().get("/tier/configs/" + configuration + "/render").expect(200).text();
  }
}
