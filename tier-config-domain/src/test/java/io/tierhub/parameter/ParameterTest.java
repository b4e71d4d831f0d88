package io.tierhub.parameter;

import static io.tierhub.parameter.ParameterPhase.CONFIGURATION;
import static io.tierhub.parameter.ParameterPhase.FULFILLMENT;
import static io.tierhub.parameter.ParameterPhase.ORDERING;
import static io.tierhub.parameter.ParameterType.ADDRESS;
import static io.tierhub.parameter.ParameterType.CHOICE;
import static io.tierhub.parameter.ParameterType.CONTENT;
import static io.tierhub.parameter.ParameterType.DROPDOWN;
import static io.tierhub.parameter.ParameterType.EMAIL;
import static io.tierhub.parameter.ParameterType.HEADING;
import static io.tierhub.parameter.ParameterType.PASSWORD;
import static io.tierhub.parameter.ParameterType.SUBDOMAIN;
import static io.tierhub.parameter.ParameterType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;
import io.tierhub.kernel.Violation;
import io.tierhub.parameter.Constraints.Choice;
import io.tierhub.parameter.Constraints.Dependency;
import io.tierhub.parameter.Constraints.Sharing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {

  private static final Stamp NOW = new Stamp(Instant.parse("2026-11-25T12:00:00Z"), null);
  private static final Stamp LATER = new Stamp(Instant.parse("2026-11-25T13:00:00Z"), null);

  private static Refused refused(ParameterDefinition wanted, ParameterDefinition... others) {
    return catchThrowableOfType(
        Refused.class, () -> Parameter.create(wanted, List.of(others), NOW));
  }

  private static List<String> faultyPlaces(
      ParameterDefinition wanted, ParameterDefinition... others) {
    return refused(wanted, others).violations().stream().map(Violation::pointer).toList();
  }

  private static ParameterDefinition of(ParameterType type, Constraints constraints) {
    return AParameter.of("p", type).with(constraints);
  }

  @Test
  void itsIdHasTheDigitsOfItsProduct() {
    assertThat(ParameterId.of(AParameter.PRODUCT, 8)).hasToString("PRM-111-222-333-0008");
  }

  @ParameterizedTest
  @EnumSource(ParameterType.class)
  void everyTypeCanBeCreated(ParameterType type) {
    Constraints needed = type.needsChoices() ? Constraints.NONE.among("a") : Constraints.NONE;
    assertThatCode(() -> Parameter.create(of(type, needed), List.of(), NOW))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vat", "VAT_no-1", "0"})
  void aNameHasLettersDigitsAndStrokes(String name) {
    assertThat(refused(AParameter.of(name, TEXT))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v at", "vät", "vat!", "a.b"})
  void noNameHasAnythingElse(String name) {
    assertThat(faultyPlaces(AParameter.of(name, TEXT))).containsExactly("/name");
  }

  @Test
  void aNameIsTakenOnce() {
    ParameterDefinition first = AParameter.of("vat", TEXT);
    Refused refused = refused(AParameter.of("vat", EMAIL), first);
    assertThat(refused.why()).isEqualTo(Refusal.PARAMETER_EXISTS);
    assertThat(refused.params()).containsEntry("id", first.id().value());
  }

  @ParameterizedTest
  @CsvSource({
    "ORDERING, PRODUCT",
    "ORDERING, ITEM",
    "ORDERING, MARKETPLACE",
    "ORDERING, ITEM_MARKETPLACE",
    "FULFILLMENT, PRODUCT",
    "FULFILLMENT, ITEM",
    "FULFILLMENT, MARKETPLACE",
    "FULFILLMENT, ITEM_MARKETPLACE",
    "CONFIGURATION, ASSET",
    "CONFIGURATION, TIER1",
    "CONFIGURATION, TIER2"
  })
  void eachPhaseHasItsScopes(ParameterPhase phase, ParameterScope scope) {
    var wrong = ParameterDefinition.of(AParameter.PRODUCT, 1, "p", TEXT, scope, phase);
    assertThat(refused(wrong).violations())
        .containsExactly(
            new Violation(
                "/scope",
                "Parameters of the %s phase are of scope %s."
                    .formatted(
                        phase.wire(),
                        phase == CONFIGURATION
                            ? "product, item, marketplace, item_marketplace"
                            : "asset, tier1, tier2")));
  }

  @ParameterizedTest
  @EnumSource(names = {"DROPDOWN", "CHOICE", "CHECKBOX"})
  void whatIsChosenNeedsChoices(ParameterType type) {
    assertThat(faultyPlaces(AParameter.of("p", type))).containsExactly("/constraints/choices");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DROPDOWN", "CHOICE", "CHECKBOX", "SUBDOMAIN"})
  void whatIsNotChosenHasNone(ParameterType type) {
    assertThat(faultyPlaces(of(type, Constraints.NONE.among("a"))))
        .containsExactly("/constraints/choices");
  }

  @Test
  void everyFaultOfTheChoicesIsTold() {
    var choices =
        List.of(
            new Choice("a", "A", true),
            new Choice("a", "", true),
            new Choice("b".repeat(256), "B", false));
    assertThat(faultyPlaces(of(DROPDOWN, Constraints.NONE.among(choices))))
        .containsExactly(
            "/constraints/choices/1/label",
            "/constraints/choices/1/value",
            "/constraints/choices/1/default",
            "/constraints/choices/2/value");
  }

  @Test
  void severalTicksCanBeTheDefault() {
    var ticked = List.of(new Choice("a", "A", true), new Choice("b", "B", true));
    assertThat(refused(of(ParameterType.CHECKBOX, Constraints.NONE.among(ticked)))).isNull();
  }

  @Test
  void theChoicesOfASubdomainAreDomains() {
    assertThat(refused(of(SUBDOMAIN, Constraints.NONE.among("AAA.COM")))).isNull();
    assertThat(faultyPlaces(of(SUBDOMAIN, Constraints.NONE.among("not a domain"))))
        .containsExactly("/constraints/choices/0/value");
  }

  @Test
  void textsAndPasswordsHaveALength() {
    assertThat(refused(of(TEXT, Constraints.NONE.ofLength(1, 100)))).isNull();
    assertThat(refused(of(PASSWORD, Constraints.NONE.ofLength(8, null)))).isNull();
    assertThat(faultyPlaces(of(TEXT, Constraints.NONE.ofLength(5, 4))))
        .containsExactly("/constraints/min_length");
    assertThat(faultyPlaces(of(PASSWORD, Constraints.NONE.ofLength(-1, 1001))))
        .containsExactly("/constraints/min_length", "/constraints/max_length");
    assertThat(faultyPlaces(of(EMAIL, Constraints.NONE.ofLength(null, 3))))
        .containsExactly("/constraints/max_length");
  }

  @Test
  void onlyFulfillmentIdentifiesASubscription() {
    Constraints identifying =
        new Constraints(
            false, false, false, false, true, null, null, null, List.of(), null, null, null);
    assertThat(refused(AParameter.of("p", TEXT, FULFILLMENT).with(identifying))).isNull();
    assertThat(faultyPlaces(AParameter.of("p", TEXT, ORDERING).with(identifying)))
        .containsExactly("/constraints/reconciliation");
  }

  @Test
  void onlyConfigurationIsShared() {
    Constraints shared = Constraints.NONE.sharedFor(Sharing.VIEW);
    assertThat(refused(AParameter.of("p", TEXT, CONFIGURATION).with(shared))).isNull();
    assertThat(faultyPlaces(AParameter.of("p", TEXT, FULFILLMENT).with(shared)))
        .containsExactly("/constraints/shared");
  }

  @Test
  void nothingIsRequiredOfWhatIsOnlyLookedAt() {
    assertThat(faultyPlaces(of(HEADING, Constraints.NONE.asRequired())))
        .containsExactly("/constraints/required");
  }

  @Test
  void headingsHaveALevelAndContentsAText() {
    Constraints both =
        new Constraints(
            false, false, false, false, false, null, null, null, List.of(), null, "2", "Hello");
    assertThat(faultyPlaces(of(HEADING, both))).containsExactly("/constraints/display_content");
    assertThat(faultyPlaces(of(CONTENT, both))).containsExactly("/constraints/level");
    assertThat(faultyPlaces(of(TEXT, both)))
        .containsExactly("/constraints/level", "/constraints/display_content");
  }

  @Test
  void anAddressBeginsWithACountry() {
    assertThat(refused(beginningWith(ADDRESS, Map.of("country", "ES")))).isNull();
    assertThat(faultyPlaces(beginningWith(ADDRESS, Map.of("country", "Spain"))))
        .containsExactly("/default/country");
  }

  private static ParameterDefinition beginningWith(ParameterType type, Map<String, Object> begin) {
    ParameterDefinition d = AParameter.of("p", type);
    return new ParameterDefinition(
        d.id(),
        d.product(),
        d.name(),
        d.title(),
        d.description(),
        d.type(),
        d.scope(),
        d.phase(),
        d.hint(),
        d.placeholder(),
        begin,
        d.constraints(),
        d.position());
  }

  private static Constraints on(String parameter, String... values) {
    return Constraints.NONE.dependingOn(
        new Dependency(parameter, List.of(values), true, null, null));
  }

  @Test
  void dependsOnAnotherOfItsScopeAndOnPossibleValues() {
    var plan = AParameter.of("plan", CHOICE, c -> c.among("basic", "own"));
    var title = AParameter.of("title", HEADING);
    var asset =
        ParameterDefinition.of(
            AParameter.PRODUCT, 99, "asset", TEXT, ParameterScope.ASSET, ORDERING);
    assertThat(refused(of(TEXT, on("plan", "own")), plan)).isNull();
    assertThat(faultyPlaces(of(TEXT, on("plan", "own", "none")), plan))
        .containsExactly("/constraints/dependency/values/1");
    assertThat(faultyPlaces(of(TEXT, on("plan")), plan))
        .containsExactly("/constraints/dependency/values");
    assertThat(faultyPlaces(of(TEXT, on("plam", "own")), plan))
        .containsExactly("/constraints/dependency/parameter");
    assertThat(faultyPlaces(of(TEXT, on("p", "own")), plan))
        .containsExactly("/constraints/dependency/parameter");
    assertThat(faultyPlaces(of(TEXT, on("asset", "x")), asset))
        .containsExactly("/constraints/dependency/parameter");
    assertThat(faultyPlaces(of(TEXT, on("title", "x")), title))
        .containsExactly("/constraints/dependency/values");
  }

  @Test
  void nothingDependsOnWhatDependsOnItself() {
    var first = AParameter.of("first", TEXT, c -> on("p", "x"));
    var second = AParameter.of("second", TEXT, c -> on("first", "x"));
    Refused ring = refused(of(TEXT, on("second", "x")), first, second);
    assertThat(ring.violations())
        .containsExactly(
            new Violation(
                "/constraints/dependency/parameter",
                "Parameters cannot depend on each other in a ring: p > second > first > p."));
    var free = AParameter.of("first", TEXT);
    assertThat(refused(of(TEXT, on("second", "x")), free, second)).as("a chain").isNull();
  }

  @Test
  void everyFaultIsToldAtOnce() {
    var wrong =
        ParameterDefinition.of(AParameter.PRODUCT, 1, "a b", CHOICE, ParameterScope.ITEM, ORDERING)
            .with(Constraints.NONE.sharedFor(Sharing.EDIT).ofLength(1, 2));
    Refused refused = refused(wrong);
    assertThat(refused.why()).isEqualTo(Refusal.INVALID);
    assertThat(refused.violations())
        .extracting(Violation::pointer)
        .containsExactly(
            "/name",
            "/scope",
            "/constraints/shared",
            "/constraints/min_length",
            "/constraints/choices");
  }

  @Test
  void whatIsToldAndDemandedChanges() {
    Parameter parameter = Parameter.create(AParameter.of("vat", TEXT), List.of(), NOW);
    ParameterDefinition to = parameter.definition().with(Constraints.NONE.asRequired());
    parameter.change(to, List.of(parameter.definition()), LATER);
    assertThat(parameter.snapshot()).isEqualTo(new Parameter.Snapshot(to, NOW, LATER, 0));
  }

  @Test
  void whatValuesAreCalledByAndMadeOfNeverChanges() {
    Parameter parameter = Parameter.create(AParameter.of("vat", TEXT), List.of(), NOW);
    ParameterDefinition is = parameter.definition();
    ParameterDefinition other =
        new ParameterDefinition(
            is.id(),
            is.product(),
            "vat2",
            is.title(),
            null,
            EMAIL,
            ParameterScope.PRODUCT,
            CONFIGURATION,
            null,
            null,
            null,
            Constraints.NONE,
            is.position());
    Refused refused =
        catchThrowableOfType(Refused.class, () -> parameter.change(other, List.of(is), LATER));
    assertThat(refused.why()).isEqualTo(Refusal.PARAMETER_FIELD_FIXED);
    assertThat(refused.violations())
        .containsExactly(
            new Violation("/name", "The name of a parameter never changes; it is vat."),
            new Violation("/type", "The type of a parameter never changes; it is text."),
            new Violation("/scope", "The scope of a parameter never changes; it is tier1."),
            new Violation("/phase", "The phase of a parameter never changes; it is ordering."));
    assertThat(parameter.definition()).isEqualTo(is);
  }

  @Test
  void whatAnotherDependsOnIsNotRemoved() {
    Parameter plan =
        Parameter.create(AParameter.of("plan", CHOICE, c -> c.among("own")), List.of(), NOW);
    ParameterDefinition domain = AParameter.of("domain", TEXT).with(on("plan", "own"));
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> plan.requireRemovable(List.of(plan.definition(), domain)));
    assertThat(refused.why()).isEqualTo(Refusal.PARAMETER_DEPENDED_ON);
    assertThat(refused.params()).containsEntry("dependents", List.of("domain"));
    assertThatCode(() -> plan.requireRemovable(List.of(plan.definition())))
        .doesNotThrowAnyException();
  }
}
