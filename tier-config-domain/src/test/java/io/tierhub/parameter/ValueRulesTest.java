package io.tierhub.parameter;

import static io.tierhub.parameter.ParameterType.ADDRESS;
import static io.tierhub.parameter.ParameterType.CHECKBOX;
import static io.tierhub.parameter.ParameterType.CHOICE;
import static io.tierhub.parameter.ParameterType.DOMAIN;
import static io.tierhub.parameter.ParameterType.DROPDOWN;
import static io.tierhub.parameter.ParameterType.EMAIL;
import static io.tierhub.parameter.ParameterType.OBJECT;
import static io.tierhub.parameter.ParameterType.PASSWORD;
import static io.tierhub.parameter.ParameterType.PHONE;
import static io.tierhub.parameter.ParameterType.SUBDOMAIN;
import static io.tierhub.parameter.ParameterType.TEXT;
import static io.tierhub.parameter.ParameterType.URL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Violation;
import io.tierhub.parameter.Constraints.Choice;
import io.tierhub.parameter.Constraints.Dependency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueRulesTest {

  private static final ValueFormats FORMATS =
      new ValueFormats() {
        @Override
        public boolean isEmail(String text) {
          return text.contains("@");
        }

        @Override
        public boolean isCallingCode(String code) {
          return !code.equals("+999");
        }

        @Override
        public boolean isPhone(String callingCode, String areaCode, String number) {
          return (areaCode + number).chars().anyMatch(Character::isDigit);
        }
      };

  private final ValueRules rules = new ValueRules(FORMATS);

  private static SubmittedValue sent(String name, String value) {
    return SubmittedValue.of(name, value, "/params/0");
  }

  private static SubmittedValue sent(String name, Map<String, Object> tree) {
    return SubmittedValue.structured(name, tree, "/params/0");
  }

  /** What is held after the values were accepted. */
  private ParameterValues accepted(
      ParameterSet set, ParameterValues current, SubmittedValue... submitted) {
    Faults faults = new Faults();
    ParameterValues after = rules.apply(set, current, List.of(submitted), faults);
    faults.refuseIfAny();
    return after;
  }

  private ParameterValue accepted(ParameterDefinition definition, SubmittedValue value) {
    return accepted(AParameter.set(definition), ParameterValues.NONE, value)
        .named(definition.name())
        .orElseGet(() -> ParameterValue.none(definition.name()));
  }

  private List<Violation> faults(
      ParameterSet set, ParameterValues current, SubmittedValue... submitted) {
    Faults faults = new Faults();
    rules.apply(set, current, List.of(submitted), faults);
    Refused refused = catchThrowableOfType(Refused.class, faults::refuseIfAny);
    assertThat(refused).as("a refusal").isNotNull();
    assertThat(refused.why()).isEqualTo(Refusal.INVALID);
    return refused.violations();
  }

  private Violation fault(ParameterDefinition definition, SubmittedValue value) {
    List<Violation> faults = faults(AParameter.set(definition), ParameterValues.NONE, value);
    assertThat(faults).hasSize(1);
    return faults.getFirst();
  }

  // --- texts

  @Test
  void aTextIsKeptWithoutTheBlanksAround() {
    ParameterValue kept = accepted(AParameter.of("vat", TEXT), sent("vat", "  ES B-123  "));
    assertThat(kept.value()).isEqualTo("ES B-123");
    assertThat(kept.structuredValue()).isNull();
  }

  @Test
  void aTextIsMeasuredAsPeopleCount() {
    var two = AParameter.of("mark", TEXT, c -> c.ofLength(2, 2));
    assertThat(accepted(two, sent("mark", "😀é")).value()).isEqualTo("😀é");
    assertThat(fault(two, sent("mark", "😀")))
        .isEqualTo(
            new Violation(
                "/params/0/value", "Ensure this field has at least 2 characters (it has 1)."));
    assertThat(fault(two, sent("mark", "😀é!")))
        .isEqualTo(
            new Violation(
                "/params/0/value", "Ensure this field has no more than 2 characters (it has 3)."));
  }

  @Test
  void noTextIsEndless() {
    var text = AParameter.of("note", TEXT);
    assertThat(accepted(text, sent("note", "x".repeat(10_000))).isFilled()).isTrue();
    assertThat(fault(text, sent("note", "x".repeat(10_001))).message()).contains("10000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\ud800b", "bell\u0007"})
  void noTextHasWhatTheDatabaseCannotKeep(String strange) {
    assertThat(fault(AParameter.of("note", TEXT), sent("note", strange)))
        .isEqualTo(
            new Violation("/params/0/value", "This field has a character that no text may have."));
  }

  @Test
  void aPasswordKeepsItsBlanks() {
    var secret = AParameter.of("secret", PASSWORD, c -> c.ofLength(8, null));
    assertThat(accepted(secret, sent("secret", " s3cret! ")).value()).isEqualTo(" s3cret! ");
    assertThat(fault(secret, sent("secret", "short")).message()).contains("at least 8");
  }

  @Test
  void neitherValuesNorWhatWasSentShowTheirSecretInALog() {
    assertThat(ParameterValue.of("secret", "hunter2")).asString().doesNotContain("hunter2");
    assertThat(ParameterValues.of(ParameterValue.of("secret", "hunter2")))
        .asString()
        .doesNotContain("hunter2");
    assertThat(sent("secret", "hunter2")).asString().doesNotContain("hunter2");
  }

  @Test
  void anEmailIsOne() {
    var mail = AParameter.of("mail", EMAIL);
    assertThat(accepted(mail, sent("mail", "a@example.com")).value()).isEqualTo("a@example.com");
    assertThat(fault(mail, sent("mail", "nobody")).message())
        .isEqualTo("Enter a valid e-mail address.");
    assertThat(fault(mail, sent("mail", "a@" + "b".repeat(253))).message()).contains("254");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "http://user@example.com:8080/a/b?c=d#e",
        "HTTPS://EXAMPLE.COM/",
        "https://[2001:db8::1]/",
        "http://localhost:3000"
      })
  void aWebAddressIsAccepted(String url) {
    assertThat(accepted(AParameter.of("site", URL), sent("site", url)).value()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com",
        "ftp://example.com",
        "javascript:alert(1)",
        "https://",
        "https:///path",
        "https://exa mple.com",
        "mailto:a@example.com"
      })
  void whatIsNoWebAddressIsRefused(String text) {
    assertThat(fault(AParameter.of("site", URL), sent("site", text)).message())
        .isEqualTo("Enter a web address that begins with https:// or http://.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.com", "a-b.example.co.uk", "Bücher.example", "xn--bcher-kva.de"})
  void aDomainIsAccepted(String domain) {
    assertThat(accepted(AParameter.of("d", DOMAIN), sent("d", domain)).value()).isEqualTo(domain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example",
        ".example.com",
        "example..com",
        "-a.example.com",
        "a-.example.com",
        "a_b.example.com",
        "exa mple.com",
        "https://example.com",
        "a.example.com.",
        "1234567890123456789012345678901234567890123456789012345678901234.com"
      })
  void whatIsNoDomainIsRefused(String text) {
    assertThat(fault(AParameter.of("d", DOMAIN), sent("d", text)).message())
        .isEqualTo("Enter the name of a domain, as example.com.");
  }

  @Test
  void aSubdomainIsBelowOneOfItsDomains() {
    var sub = AParameter.of("s", SUBDOMAIN, c -> c.among("AAA.COM", "bbb.com"));
    assertThat(accepted(sub, sent("s", "shop.aaa.com")).value()).isEqualTo("shop.aaa.com");
    assertThat(accepted(sub, sent("s", "my.shop.BBB.com")).value()).isEqualTo("my.shop.BBB.com");
    for (String wrong : List.of("aaa.com", ".aaa.com", "shop.ccc.com", "shop", "s!.aaa.com")) {
      assertThat(fault(sub, sent("s", wrong)).message())
          .isEqualTo("Enter a name that ends in one of: .AAA.COM, .bbb.com.");
    }
  }

  @Test
  void aSubdomainWithoutDomainsIsAnyName() {
    var sub = AParameter.of("s", SUBDOMAIN);
    assertThat(accepted(sub, sent("s", "shop")).value()).isEqualTo("shop");
    assertThat(fault(sub, sent("s", "my shop")).message())
        .isEqualTo("Enter the name of a subdomain.");
  }

  @ParameterizedTest
  @EnumSource(names = {"DROPDOWN", "CHOICE"})
  void aChoiceIsOneOfThemToTheLetter(ParameterType type) {
    var size = AParameter.of("size", type, c -> c.among("S", "M", "L"));
    assertThat(accepted(size, sent("size", "M")).value()).isEqualTo("M");
    assertThat(fault(size, sent("size", "m")))
        .isEqualTo(new Violation("/params/0/value", "Use one of: S, M, L."));
  }

  @Test
  void noMoreChoicesAreNamedThanPeopleRead() {
    List<Choice> many = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      many.add(Choice.of("c" + i));
    }
    var size = AParameter.of("size", DROPDOWN, c -> c.among(many));
    assertThat(fault(size, sent("size", "x")).message()).endsWith("c19, c20 ….");
  }

  @ParameterizedTest
  @EnumSource(
      names = {"TEXT", "PASSWORD", "EMAIL", "URL", "DOMAIN", "SUBDOMAIN", "DROPDOWN", "CHOICE"})
  void aTextTakesNoObject(ParameterType type) {
    var text = AParameter.of("p", type, c -> type.needsChoices() ? c.among("x") : c);
    assertThat(fault(text, sent("p", Map.of("a", 1))))
        .isEqualTo(
            new Violation(
                "/params/0/structured_value",
                "A parameter of type " + type.wire() + " takes a text as `value`."));
  }

  @ParameterizedTest
  @EnumSource(names = {"HEADING", "CONTENT"})
  void whatIsOnlyLookedAtHoldsNoValue(ParameterType type) {
    var layout = AParameter.of("p", type);
    assertThat(fault(layout, sent("p", "x")).message())
        .isEqualTo("A parameter of type " + type.wire() + " holds no value.");
    assertThat(accepted(layout, sent("p", "")).isFilled()).isFalse();
  }

  // --- objects

  @Test
  void aCheckboxSaysOfEachChoiceWhetherItIsTicked() {
    var terms = AParameter.of("terms", CHECKBOX, c -> c.among("gdpr", "mail", "phone"));
    ParameterValue kept = accepted(terms, sent("terms", Map.of("phone", true, "mail", false)));
    assertThat(kept.structuredValue())
        .containsExactly(
            Map.entry("gdpr", false), Map.entry("mail", false), Map.entry("phone", true));
    assertThat(kept.value()).isEqualTo("phone");
  }

  @Test
  void aCheckboxMayBeSentAsText() {
    var terms = AParameter.of("terms", CHECKBOX, c -> c.among("gdpr", "mail", "phone"));
    assertThat(accepted(terms, sent("terms", "gdpr,  phone")).value()).isEqualTo("gdpr, phone");
    assertThat(fault(terms, sent("terms", "gdpr, fax")).message())
        .isEqualTo("There is no such choice; use gdpr, mail, phone.");
  }

  @Test
  void nothingTickedIsNothingFilledIn() {
    var terms = AParameter.of("terms", CHECKBOX, c -> c.among("gdpr"));
    assertThat(accepted(terms, sent("terms", Map.of("gdpr", false))).isFilled()).isFalse();
  }

  @Test
  void everyFaultOfACheckboxIsTold() {
    var terms = AParameter.of("terms", CHECKBOX, c -> c.among("gdpr"));
    Map<String, Object> wrong = new LinkedHashMap<>();
    wrong.put("gdpr", "yes");
    wrong.put("a/b", true);
    assertThat(faults(AParameter.set(terms), ParameterValues.NONE, sent("terms", wrong)))
        .containsExactly(
            new Violation("/params/0/structured_value/gdpr", "Use true or false."),
            new Violation("/params/0/structured_value/a~1b", "There is no such choice; use gdpr."));
  }

  @Test
  void anAddressIsKeptWholeAndShownInOneLine() {
    ParameterValue kept =
        accepted(
            AParameter.of("site", ADDRESS),
            sent(
                "site",
                Map.of(
                    "address_line1", " Carrer de Mallorca 401 ",
                    "city", "Barcelona",
                    "postal_code", 8013,
                    "country", "ES",
                    "planet", "Earth")));
    assertThat(kept.structuredValue())
        .containsExactly(
            Map.entry("address_line1", "Carrer de Mallorca 401"),
            Map.entry("address_line2", ""),
            Map.entry("city", "Barcelona"),
            Map.entry("state", ""),
            Map.entry("postal_code", "8013"),
            Map.entry("country", "ES"));
    assertThat(kept.value()).isEqualTo("Carrer de Mallorca 401, 8013 Barcelona, ES");
  }

  @Test
  void everyFaultOfAnAddressIsTold() {
    var site = AParameter.of("site", ADDRESS);
    Map<String, Object> wrong = new LinkedHashMap<>();
    wrong.put("address_line2", "x".repeat(256));
    wrong.put("state", List.of());
    wrong.put("country", "Narnia");
    assertThat(faults(AParameter.set(site), ParameterValues.NONE, sent("site", wrong)))
        .extracting(Violation::pointer)
        .containsExactly(
            "/params/0/structured_value/address_line2",
            "/params/0/structured_value/state",
            "/params/0/structured_value/address_line1",
            "/params/0/structured_value/city",
            "/params/0/structured_value/country");
  }

  @Test
  void anAddressOfBlanksIsNone() {
    Map<String, Object> blanks = Map.of("address_line1", " ", "city", "");
    assertThat(accepted(AParameter.of("site", ADDRESS), sent("site", blanks)).isFilled()).isFalse();
  }

  @Test
  void anAddressHasSomePartOfOne() {
    assertThat(fault(AParameter.of("site", ADDRESS), sent("site", Map.of("street", "1 Road"))))
        .isEqualTo(
            new Violation(
                "/params/0/structured_value",
                "This has none of the parts address_line1, address_line2, city, state, postal_code,"
                    + " country."));
  }

  @Test
  void aPhoneIsKeptInItsPartsAndShownInOne() {
    ParameterValue kept =
        accepted(
            AParameter.of("tel", PHONE),
            sent(
                "tel",
                Map.of(
                    "country_code", "+34",
                    "area_code", "93",
                    "phone_number", "2011234",
                    "extension", "7")));
    assertThat(kept.value()).isEqualTo("+34932011234 ext. 7");
    assertThat(kept.structuredValue())
        .containsExactly(
            Map.entry("country_code", "+34"),
            Map.entry("area_code", "93"),
            Map.entry("phone_number", "2011234"),
            Map.entry("extension", "7"));
  }

  @Test
  void aPhoneMayBeSentAsText() {
    ParameterValue kept = accepted(AParameter.of("tel", PHONE), sent("tel", "+34 93 2011234"));
    assertThat(kept.value()).isEqualTo("+34 93 2011234");
    assertThat(kept.structuredValue()).containsEntry("phone_number", "+34 93 2011234");
  }

  @Test
  void aPhoneWithoutNumberIsNone() {
    Map<String, Object> empty = Map.of("country_code", "+34", "phone_number", "");
    assertThat(accepted(AParameter.of("tel", PHONE), sent("tel", empty)).isFilled()).isFalse();
  }

  @Test
  void whatNoPhoneCanDialIsRefused() {
    var tel = AParameter.of("tel", PHONE);
    assertThat(fault(tel, sent("tel", "call me")).pointer()).isEqualTo("/params/0/value");
    assertThat(fault(tel, sent("tel", Map.of("phone_number", "call me"))).pointer())
        .isEqualTo("/params/0/structured_value/phone_number");
    assertThat(fault(tel, sent("tel", Map.of("country_code", "+999", "phone_number", "1"))))
        .isEqualTo(
            new Violation(
                "/params/0/structured_value/country_code", "No country has this calling code."));
    assertThat(fault(tel, sent("tel", Map.of("phone_number", "1".repeat(26)))).pointer())
        .isEqualTo("/params/0/structured_value/phone_number");
  }

  @Test
  void anObjectIsAnyObject() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("regions", List.of("eu", "us"));
    tree.put("seats", 3);
    tree.put("trial", true);
    tree.put("note", null);
    tree.put("quote", "a \"b\" \\ \n");
    ParameterValue kept = accepted(AParameter.of("o", OBJECT), sent("o", tree));
    assertThat(kept.structuredValue()).isEqualTo(tree);
    assertThat(kept.value())
        .isEqualTo(
            "{\"regions\":[\"eu\",\"us\"],\"seats\":3,\"trial\":true,\"note\":null,"
                + "\"quote\":\"a \\\"b\\\" \\\\ \\n\"}");
  }

  @Test
  void anObjectIsNeitherTooDeepNorTooLargeNorStrange() {
    var object = AParameter.of("o", OBJECT);
    Map<String, Object> deep = Map.of();
    for (int i = 0; i < 11; i++) {
      deep = Map.of("in", deep);
    }
    assertThat(fault(object, sent("o", deep)).message()).contains("too deep");
    assertThat(fault(object, sent("o", Map.of("a", "x".repeat(20_000)))).message())
        .contains("no more than 20000 characters");
    assertThat(fault(object, sent("o", Map.of("a", List.of("\u0000")))).message())
        .contains("no text may have");
  }

  @ParameterizedTest
  @EnumSource(names = {"ADDRESS", "OBJECT"})
  void anObjectTakesNoText(ParameterType type) {
    assertThat(fault(AParameter.of("p", type), sent("p", "{}")))
        .isEqualTo(
            new Violation(
                "/params/0/value",
                "A parameter of type " + type.wire() + " takes an object as `structured_value`."));
  }

  // --- what is held already

  @ParameterizedTest
  @CsvSource(
      value = {"NULL", "''", "'  '"},
      nullValues = "NULL")
  void nothingClears(String nothing) {
    var vat = AParameter.of("vat", TEXT);
    var held = ParameterValues.of(ParameterValue.of("vat", "ES1"));
    assertThat(accepted(AParameter.set(vat), held, SubmittedValue.of("vat", nothing, "")))
        .isEqualTo(ParameterValues.NONE);
  }

  @Test
  void anObjectIsClearedToo() {
    var site = AParameter.of("o", OBJECT);
    var held = accepted(AParameter.set(site), ParameterValues.NONE, sent("o", Map.of("a", 1)));
    assertThat(accepted(AParameter.set(site), held, sent("o", Map.of())).hasValue("o")).isFalse();
  }

  @Test
  void whatIsNotSentStays() {
    var set = AParameter.set(AParameter.of("a", TEXT), AParameter.of("b", TEXT));
    var held = ParameterValues.of(ParameterValue.of("a", "1"), ParameterValue.of("b", "2"));
    assertThat(accepted(set, held, sent("a", "3")))
        .isEqualTo(ParameterValues.of(ParameterValue.of("a", "3"), ParameterValue.of("b", "2")));
  }

  @Test
  void anEchoIsNeverJudged() {
    var size = AParameter.of("size", CHOICE, c -> c.among("S"));
    var held = ParameterValues.of(ParameterValue.of("size", "XL"));
    assertThat(accepted(AParameter.set(size), held, sent("size", "XL"))).isEqualTo(held);
  }

  @Test
  void anEchoOfTextAndTreeChangesNothing() {
    var set = AParameter.set(AParameter.of("tel", PHONE));
    var held = accepted(set, ParameterValues.NONE, sent("tel", Map.of("phone_number", "123")));
    ParameterValue tel = held.named("tel").orElseThrow();
    var echo =
        new SubmittedValue(
            "tel", true, tel.value(), false, true, tel.structuredValue(), null, null, null, "");
    assertThat(accepted(set, held, echo)).isEqualTo(held);
    assertThat(accepted(set, held, sent("tel", tel.value()))).isEqualTo(held);
  }

  @Test
  void ofTextAndTreeTheOneThatChangedIsMeant() {
    var set = AParameter.set(AParameter.of("tel", PHONE));
    var held = accepted(set, ParameterValues.NONE, sent("tel", Map.of("phone_number", "123")));
    Map<String, Object> old = held.named("tel").orElseThrow().structuredValue();
    var newText = new SubmittedValue("tel", true, "456", false, true, old, null, null, null, "");
    assertThat(accepted(set, held, newText).named("tel").orElseThrow().value()).isEqualTo("456");
    Map<String, Object> tree = Map.of("phone_number", "789");
    var newTree = new SubmittedValue("tel", true, "123", false, true, tree, null, null, null, "");
    assertThat(accepted(set, held, newTree).named("tel").orElseThrow().value()).isEqualTo("789");
  }

  @Test
  void aTextInPlaceOfAnObjectIsJudgedWhereItStands() {
    var set =
        AParameter.set(
            AParameter.of("code", TEXT), AParameter.of("site", URL), AParameter.of("at", ADDRESS));
    var code = SubmittedValue.bare("code", "4711", "/params/0");
    assertThat(accepted(set, ParameterValues.NONE, code))
        .isEqualTo(ParameterValues.of(ParameterValue.of("code", "4711")));
    var site = SubmittedValue.bare("site", "4711", "/params/0");
    var at = SubmittedValue.bare("at", "true", "/params/1");
    assertThat(faults(set, ParameterValues.NONE, site, at))
        .extracting(Violation::pointer)
        .containsExactly("/params/0/structured_value", "/params/1/structured_value");
  }

  @Test
  void aNewValueTakesTheErrorOfTheOldAway() {
    var set = AParameter.set(AParameter.of("vat", TEXT));
    var error = new StructuredError("MSG-1", null, Map.of());
    var held = ParameterValues.of(ParameterValue.of("vat", "ES1").withError("Unknown.", error));
    assertThat(accepted(set, held, sent("vat", "ES2")))
        .isEqualTo(ParameterValues.of(ParameterValue.of("vat", "ES2")));
    assertThat(accepted(set, held, sent("vat", "ES1"))).as("the same again").isEqualTo(held);
  }

  @Test
  void theVendorSetsAndClearsErrors() {
    var set = AParameter.set(AParameter.of("vat", TEXT));
    var held = ParameterValues.of(ParameterValue.of("vat", "ES1"));
    var wrong =
        new SubmittedValue(
            "vat", false, null, false, false, null, "Unknown.", null, null, "/params/0");
    ParameterValues after = accepted(set, held, wrong);
    assertThat(after.named("vat").orElseThrow().valueError()).isEqualTo("Unknown.");
    var cleared =
        new SubmittedValue("vat", false, null, false, false, null, "", null, null, "/params/0");
    assertThat(accepted(set, after, cleared)).isEqualTo(held);
  }

  @Test
  void anErrorMayBeSetOnWhatIsMissing() {
    var set = AParameter.set(AParameter.of("vat", TEXT));
    var wrong =
        new SubmittedValue("vat", false, null, false, false, null, "Needed.", null, null, "");
    ParameterValues after = accepted(set, ParameterValues.NONE, wrong);
    assertThat(set.withErrors(after)).extracting(ParameterDefinition::name).containsExactly("vat");
    assertThat(after.hasValue("vat")).isFalse();
  }

  @Test
  void anErrorIsAText() {
    var set = AParameter.set(AParameter.of("vat", TEXT));
    var endless =
        new SubmittedValue(
            "vat", false, null, false, false, null, "x".repeat(2001), null, null, "/params/0");
    assertThat(faults(set, ParameterValues.NONE, endless))
        .extracting(Violation::pointer)
        .containsExactly("/params/0/value_error");
  }

  @Test
  void whoMayNotFindErrorsSendsTheValueOnly() {
    var bent = new ConstraintsOverride(true, null, null, null, null);
    var full =
        new SubmittedValue("vat", true, "1", false, false, null, "wrong", null, bent, "/params/0");
    assertThat(full.valueOnly()).isEqualTo(sent("vat", "1"));
  }

  @Test
  void theVendorBendsConstraintsForOneRequest() {
    var size = AParameter.of("size", CHOICE, c -> c.among("S", "M"));
    var set = AParameter.set(size);
    var override = new ConstraintsOverride(null, null, true, List.of(Choice.of("XL")), null);
    var bent =
        new SubmittedValue(
            "size", false, null, false, false, null, null, null, override, "/params/0");
    ParameterValues after = accepted(set, ParameterValues.NONE, bent);
    assertThat(set.missing(after, ParameterPhase.ORDERING)).containsExactly(size);
    assertThat(accepted(set, after, sent("size", "XL")).hasValue("size")).isTrue();
    assertThat(faults(set, after, sent("size", "S")).getFirst().message())
        .isEqualTo("Use one of: XL.");
    var straight =
        new SubmittedValue(
            "size",
            false,
            null,
            false,
            false,
            null,
            null,
            null,
            new ConstraintsOverride(null, null, null, null, null),
            "/params/0");
    assertThat(accepted(set, after, straight)).isEqualTo(ParameterValues.NONE);
  }

  @Test
  void bentChoicesAreChoices() {
    var set = AParameter.set(AParameter.of("size", CHOICE, c -> c.among("S")));
    var override =
        new ConstraintsOverride(
            null, null, null, List.of(Choice.of("A"), Choice.of("A"), Choice.of("")), null);
    var bent =
        new SubmittedValue(
            "size", false, null, false, false, null, null, null, override, "/params/0");
    assertThat(faults(set, ParameterValues.NONE, bent))
        .extracting(Violation::pointer)
        .containsExactly(
            "/params/0/constraints/choices/1/value",
            "/params/0/constraints/choices/2/label",
            "/params/0/constraints/choices/2/value");
  }

  // --- which parameter

  @Test
  void anUnknownNameNamesTheNearest() {
    var set =
        AParameter.set(AParameter.of("vat_number", TEXT), AParameter.of("company_email", EMAIL));
    assertThat(faults(set, ParameterValues.NONE, sent("vat_numbr", "1")))
        .containsExactly(
            new Violation(
                "/params/0/id",
                "The product has no parameter 'vat_numbr' of scope tier1; did you mean"
                    + " 'vat_number'?"));
    assertThat(faults(set, ParameterValues.NONE, sent("colour", "1")).getFirst().message())
        .endsWith("; it has vat_number, company_email.");
    assertThat(faults(AParameter.set(), ParameterValues.NONE, sent("x".repeat(500), "1")))
        .extracting(Violation::message)
        .containsExactly(
            "The product has no parameter '" + "x".repeat(100) + "' of scope tier1; it has none.");
  }

  @Test
  void everyFaultIsTold() {
    var set = AParameter.set(AParameter.of("mail", EMAIL), AParameter.of("site", URL));
    assertThat(
            faults(
                set,
                ParameterValues.NONE,
                SubmittedValue.of("mail", "x", "/params/0"),
                SubmittedValue.of("site", "x", "/params/1"),
                SubmittedValue.of("sight", "x", "/params/2")))
        .extracting(Violation::pointer)
        .containsExactly("/params/0/value", "/params/1/value", "/params/2/id");
  }

  @Test
  void theSameParameterTwiceIsTolerated() {
    var set = AParameter.set(AParameter.of("vat", TEXT));
    assertThat(accepted(set, ParameterValues.NONE, sent("vat", "1"), sent("vat", "1")))
        .isEqualTo(ParameterValues.of(ParameterValue.of("vat", "1")));
    assertThat(accepted(set, ParameterValues.NONE, sent("vat", ""), sent("vat", "1")))
        .as("what is empty gives way")
        .isEqualTo(ParameterValues.of(ParameterValue.of("vat", "1")));
    assertThat(accepted(set, ParameterValues.NONE, sent("vat", "1"), sent("vat", "")))
        .isEqualTo(ParameterValues.of(ParameterValue.of("vat", "1")));
  }

  @Test
  void twoValuesOfOneParameterAreAFault() {
    var set = AParameter.set(AParameter.of("vat", TEXT));
    assertThat(
            faults(
                set,
                ParameterValues.NONE,
                SubmittedValue.of("vat", "1", "/params/0"),
                SubmittedValue.of("vat", "2", "/params/3")))
        .containsExactly(
            new Violation(
                "/params/3", "'vat' is sent twice, with different values (also at /params/0)."));
  }

  // --- who may

  @Test
  void whatIsReadOnlyMayBeEchoedAndNotChanged() {
    var set = AParameter.set(AParameter.of("vat", TEXT, Constraints::asReadonly));
    var held = ParameterValues.of(ParameterValue.of("vat", "1"));
    assertThat(accepted(set, held, sent("vat", "1"))).isEqualTo(held);
    assertThat(faults(set, held, sent("vat", "2")))
        .containsExactly(new Violation("/params/0/value", "This cannot be changed."));
    assertThat(faults(set, held, sent("vat", ""))).hasSize(1);
    assertThat(faults(set, ParameterValues.NONE, sent("vat", "2"))).hasSize(1);
  }

  @Test
  void nothingIsReadOnlyForTheVendor() {
    var set = AParameter.set(AParameter.of("vat", TEXT, Constraints::asReadonly));
    Faults faults = new Faults();
    ParameterValues after =
        rules.applyByVendor(set, ParameterValues.NONE, List.of(sent("vat", "2")), faults);
    assertThat(faults.isEmpty()).isTrue();
    assertThat(after.hasValue("vat")).isTrue();
  }

  @Test
  void oneValueMayUnlockAnother() {
    var plan = AParameter.of("plan", CHOICE, c -> c.among("basic", "own"));
    var domain =
        AParameter.of(
            "domain",
            DOMAIN,
            c ->
                c.asReadonly()
                    .dependingOn(new Dependency("plan", List.of("own"), true, null, false)));
    var set = AParameter.set(plan, domain);
    assertThat(
            accepted(set, ParameterValues.NONE, sent("domain", "a.com"), sent("plan", "own"))
                .hasValue("domain"))
        .isTrue();
    assertThat(faults(set, ParameterValues.NONE, sent("domain", "a.com"), sent("plan", "basic")))
        .hasSize(1);
  }

  @Test
  void valuesOfAPhaseThatIsNotOnesOwnMayBeEchoedAndNotChanged() {
    var set =
        AParameter.set(
            AParameter.of("vat", TEXT), AParameter.of("tenant", TEXT, ParameterPhase.FULFILLMENT));
    var before = ParameterValues.of(ParameterValue.of("tenant", "T1"));
    var echo = List.of(sent("tenant", "T1"), sent("vat", "1"));
    assertThatCode(() -> changedBy(set, before, echo).refuseIfAny()).doesNotThrowAnyException();
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () -> changedBy(set, before, List.of(sent("tenant", "T2"))).refuseIfAny());
    assertThat(refused.violations())
        .containsExactly(
            new Violation(
                "/params/0/value",
                "This is a parameter of the fulfillment phase; here you set those of the ordering"
                    + " phase."));
  }

  private Faults changedBy(
      ParameterSet set, ParameterValues before, List<SubmittedValue> submitted) {
    Faults faults = new Faults();
    ParameterValues after = rules.apply(set, before, submitted, faults);
    ValueRules.requirePhases(
        set, before, after, submitted, Set.of(ParameterPhase.ORDERING), faults);
    return faults;
  }

  // --- hostile texts

  @ParameterizedTest
  @EnumSource(names = {"URL", "DOMAIN", "SUBDOMAIN", "EMAIL", "TEXT", "CHECKBOX", "PHONE"})
  void noTextTakesLongToJudge(ParameterType type) {
    var p = AParameter.of("p", type, c -> type.hasChoices() ? c.among("a.com") : c);
    for (String hostile :
        List.of(
            "a".repeat(1_000_000),
            "a.".repeat(500_000),
            "-".repeat(1_000_000),
            "http://" + "a@".repeat(500_000),
            ",".repeat(20_000))) {
      Assertions.assertTimeout(
          Duration.ofSeconds(5),
          () ->
              rules.apply(
                  AParameter.set(p),
                  ParameterValues.NONE,
                  List.of(sent("p", hostile)),
                  new Faults()));
    }
  }
}
