package io.tierhub.template;

import static io.tierhub.template.TemplateScope.ASSET;
import static io.tierhub.template.TemplateScope.TIER1;
import static io.tierhub.template.TemplateType.FULFILLMENT;
import static io.tierhub.template.TemplateType.INQUIRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;
import io.tierhub.kernel.Violation;
import io.tierhub.template.Placeholders.Placeholder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

  private static final ProductId PRODUCT = new ProductId("PRD-111-222-333");
  private static final Stamp NOW = new Stamp(Instant.parse("2026-11-25T12:00:00Z"), null);
  private static final Stamp LATER = new Stamp(Instant.parse("2026-11-25T13:00:00Z"), null);

  private static Template template(int number, Template.Content content) {
    return Template.create(new TemplateId("TL-000-000-00" + number), PRODUCT, content, 0, NOW);
  }

  private static Template.Content content(TemplateScope scope, TemplateType type, String body) {
    return new Template.Content(scope, type, "Name", body, 10_000);
  }

  private static List<String> faults(String body) {
    Refused refused =
        catchThrowableOfType(Refused.class, () -> template(1, content(ASSET, FULFILLMENT, body)));
    assertThat(refused.why()).isEqualTo(Refusal.INVALID);
    assertThat(refused.violations()).extracting(Violation::pointer).containsOnly("/body");
    return refused.violations().stream().map(Violation::message).toList();
  }

  @Test
  void placeholdersAreFoundInTheirOrder() {
    assertThat(Placeholders.in("Hi {{name}}, {{  vat-number_2 }} {{ asset.id }}!").all())
        .containsExactly(
            new Placeholder("name", 3, 11),
            new Placeholder("vat-number_2", 13, 32),
            new Placeholder("asset.id", 33, 47));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no room", "{ name }", "}} }", "{ { name } }", "a { b"})
  void bracesThatAreNoPlaceholdersAreText(String body) {
    assertThat(Placeholders.in(body).all()).isEmpty();
    assertThat(Placeholders.in(body).faults()).isEmpty();
  }

  @Test
  void everyPlaceholderThatCannotBeReadIsTold() {
    assertThat(faults("{{ a b }}\n\n  {{ }} and {{ open {{ vat }} {{ x|y }} {{ end"))
        .containsExactly(
            "The placeholder at line 1, column 1 is no name; write {{ name }} with letters, digits,"
                + " _ and -.",
            "The placeholder at line 3, column 3 is no name; write {{ name }} with letters, digits,"
                + " _ and -.",
            "The placeholder at line 3, column 13 has no end; write {{ name }}.",
            "The placeholder at line 3, column 31 is no name; write {{ name }} with letters, digits,"
                + " _ and -.",
            "The placeholder at line 3, column 41 has no end; write {{ name }}.");
  }

  @Test
  void aTextIsNotEndless() {
    assertThat(faults("x".repeat(50_001)))
        .containsExactly("Ensure this field has no more than 50000 characters (it has 50001).");
  }

  @Test
  void noTextTakesLongToRead() {
    for (String hostile :
        List.of("{{".repeat(25_000), "{{ a".repeat(12_000), "{{a}}".repeat(9_000))) {
      Assertions.assertTimeout(Duration.ofSeconds(5), () -> Placeholders.in(hostile));
    }
  }

  @Test
  void aProductHasNoEndlessNumberOfThem() {
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () ->
                Template.create(
                    new TemplateId("TL-1"), PRODUCT, content(ASSET, INQUIRE, ""), 200, NOW));
    assertThat(refused.getMessage()).contains("no more than 200");
  }

  @Test
  void textAndPlaceChange() {
    Template template = template(1, content(ASSET, FULFILLMENT, "old"));
    Template.Content to = new Template.Content(ASSET, FULFILLMENT, "New", "{{ vat }}", 5);
    template.change(to, LATER);
    assertThat(template.snapshot())
        .isEqualTo(new Template.Snapshot(template.id(), PRODUCT, to, NOW, LATER, 0));
  }

  @Test
  void scopeAndTypeNeverChange() {
    Template template = template(1, content(ASSET, FULFILLMENT, "old"));
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> template.change(content(TIER1, INQUIRE, "new"), LATER));
    assertThat(refused.why()).isEqualTo(Refusal.TEMPLATE_FIELD_FIXED);
    assertThat(refused.violations())
        .containsExactly(
            new Violation("/scope", "The scope of a template never changes; it is asset."),
            new Violation("/type", "The type of a template never changes; it is fulfillment."));
    assertThat(template.body()).isEqualTo("old");
  }

  @Test
  void theLastOfItsKindIsNotRemoved() {
    Template first = template(1, content(ASSET, FULFILLMENT, ""));
    Template second = template(2, content(ASSET, FULFILLMENT, ""));
    Template inquiry = template(3, content(ASSET, INQUIRE, ""));
    Template tier = template(4, content(TIER1, FULFILLMENT, ""));
    List<Template> all = List.of(first, second, inquiry, tier);
    assertThatCode(() -> first.requireRemovable(all)).doesNotThrowAnyException();
    for (Template only : List.of(inquiry, tier)) {
      Refused refused = catchThrowableOfType(Refused.class, () -> only.requireRemovable(all));
      assertThat(refused.why()).isEqualTo(Refusal.TEMPLATE_NEEDED);
    }
  }

  @Test
  void aProductBeginsWithOneOfEachKind() {
    List<Template.Content> all = DefaultTemplates.all();
    assertThat(all).hasSize(9);
    assertThat(all).extracting(c -> c.scope() + " " + c.type()).doesNotHaveDuplicates();
    assertThat(all).extracting(Template.Content::name).doesNotHaveDuplicates();
    assertThat(all).allSatisfy(c -> assertThat(Placeholders.in(c.body()).faults()).isEmpty());
    assertThat(all).extracting(Template.Content::position).isSorted();
  }
}
