package io.tierhub.parameter;

import static io.tierhub.parameter.ParameterPhase.FULFILLMENT;
import static io.tierhub.parameter.ParameterPhase.ORDERING;
import static io.tierhub.parameter.ParameterType.CHECKBOX;
import static io.tierhub.parameter.ParameterType.CHOICE;
import static io.tierhub.parameter.ParameterType.HEADING;
import static io.tierhub.parameter.ParameterType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.parameter.Constraints.Dependency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterSetTest {

  private static final ParameterDefinition VAT =
      AParameter.of("vat", TEXT, Constraints::asRequired);
  private static final ParameterDefinition NOTE = AParameter.of("note", TEXT);
  private static final ParameterDefinition SECRET =
      AParameter.of("secret", TEXT, c -> c.asRequired().asHidden());
  private static final ParameterDefinition TENANT =
      AParameter.of("tenant", TEXT, FULFILLMENT).with(Constraints.NONE.asRequired());
  private static final ParameterDefinition TITLE =
      AParameter.of("title", HEADING, Constraints::asRequired);

  private final ParameterSet set = AParameter.set(TENANT, VAT, NOTE, SECRET, TITLE);

  @Test
  void comesInTheOrderOfThePositions() {
    assertThat(set.definitions()).containsExactly(VAT, NOTE, SECRET, TENANT, TITLE);
    assertThat(set.ofPhase(FULFILLMENT)).containsExactly(TENANT);
  }

  @Test
  void findsByName() {
    assertThat(set.named("vat")).contains(VAT);
    assertThat(set.named("VAT")).isEmpty();
  }

  @Test
  void whatIsRequiredAndEmptyIsMissing() {
    assertThat(set.missing(ParameterValues.NONE, ORDERING)).containsExactly(VAT, SECRET);
    assertThat(set.missing(ParameterValues.NONE, ORDERING, FULFILLMENT))
        .containsExactly(VAT, SECRET, TENANT);
    assertThat(set.missing(ParameterValues.of(ParameterValue.of("vat", "1")), ORDERING))
        .containsExactly(SECRET);
  }

  @Test
  void anErrorAloneFillsNothing() {
    var wrong = ParameterValues.of(ParameterValue.none("vat").withError("Needed.", null));
    assertThat(set.missing(wrong, ORDERING)).contains(VAT);
    assertThat(set.withErrors(wrong)).containsExactly(VAT);
  }

  @Test
  void formsPassOverWhatIsHidden() {
    assertThat(set.missingVisible(ParameterValues.NONE, ORDERING)).containsExactly(VAT);
  }

  @Test
  void theVendorMayDemandOrWaiveInOneRequest() {
    var demanded =
        ParameterValue.none("note")
            .withConstraints(new ConstraintsOverride(null, null, true, null, null));
    var waived =
        ParameterValue.none("vat")
            .withConstraints(new ConstraintsOverride(null, null, false, null, null));
    var shown =
        ParameterValue.none("secret")
            .withConstraints(new ConstraintsOverride(false, null, null, null, null));
    assertThat(set.missingVisible(ParameterValues.of(demanded, waived, shown), ORDERING))
        .containsExactly(NOTE, SECRET);
  }

  @Test
  void whatDependsIsDemandedWhileTheOtherHasThatValue() {
    var plan = AParameter.of("plan", CHOICE, c -> c.among("basic", "own"));
    var domain =
        AParameter.of(
            "domain",
            TEXT,
            c ->
                c.asHidden()
                    .dependingOn(new Dependency("plan", List.of("own"), true, false, null)));
    ParameterSet dependent = AParameter.set(plan, domain);
    var basic = ParameterValues.of(ParameterValue.of("plan", "basic"));
    var own = ParameterValues.of(ParameterValue.of("plan", "own"));
    assertThat(dependent.missing(ParameterValues.NONE, ORDERING)).isEmpty();
    assertThat(dependent.missing(basic, ORDERING)).isEmpty();
    assertThat(dependent.missingVisible(own, ORDERING)).containsExactly(domain);
    var waived =
        own.with(
            ParameterValue.none("domain")
                .withConstraints(new ConstraintsOverride(null, null, false, null, null)));
    assertThat(dependent.missing(waived, ORDERING)).as("the request has the last word").isEmpty();
  }

  @Test
  void onACheckboxDependsByWhatIsTicked() {
    var extras = AParameter.of("extras", CHECKBOX, c -> c.among("sms", "fax"));
    var number =
        AParameter.of(
            "number",
            TEXT,
            c -> c.dependingOn(new Dependency("extras", List.of("sms"), true, null, null)));
    ParameterSet dependent = AParameter.set(extras, number);
    var sms = ParameterValue.none("extras").holding("sms", Map.of("sms", true, "fax", false));
    var fax = ParameterValue.none("extras").holding("fax", Map.of("sms", false, "fax", true));
    assertThat(dependent.missing(ParameterValues.of(sms), ORDERING)).containsExactly(number);
    assertThat(dependent.missing(ParameterValues.of(fax), ORDERING)).isEmpty();
  }

  @Test
  void valuesOfUnknownParametersDoNoHarm() {
    var orphan = ParameterValues.of(ParameterValue.of("gone", "1").withError("x", null));
    assertThat(set.withErrors(orphan)).isEmpty();
    assertThat(set.missing(orphan, ORDERING)).containsExactly(VAT, SECRET);
  }
}
