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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemplateTest {

  private static final ProductId PRODUCT = new ProductId("PRD-111-222-333");
  private static final Stamp NOW = new Stamp(Instant.parse("2026-11-25T12:00:00Z"), null);
  private static final Stamp LATER = new Stamp(Instant.parse("2026-11-25T13:00:00Z"), null);

  /** Finds a fault wherever the text says so. */
  private static final TemplateEngine ENGINE =
      new TemplateEngine() {
        @Override
        public List<String> faults(String body) {
          int found = body.split("fault", -1).length - 1;
          return IntStream.rangeClosed(1, found).mapToObj(n -> "fault " + n).toList();
        }

        @Override
        public String fill(String body, Map<String, String> values) {
          throw new AssertionError("templates are filled in by others");
        }
      };

  private static Template template(int number, Template.Content content) {
    return Template.create(
        new TemplateId("TL-000-000-00" + number), PRODUCT, content, 0, NOW, ENGINE);
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
  void whatCannotBeReadIsTold() {
    assertThat(faults("one fault, two faults")).containsExactly("fault 1", "fault 2");
    Template template = template(1, content(ASSET, FULFILLMENT, "old"));
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () -> template.change(content(ASSET, FULFILLMENT, "a fault"), LATER, ENGINE));
    assertThat(refused.violations()).containsExactly(new Violation("/body", "fault 1"));
  }

  @Test
  void aTextIsNotEndless() {
    assertThat(faults("x".repeat(50_001)))
        .containsExactly("Ensure this field has no more than 50000 characters (it has 50001).");
  }

  @Test
  void aProductHasNoEndlessNumberOfThem() {
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () ->
                Template.create(
                    new TemplateId("TL-1"),
                    PRODUCT,
                    content(ASSET, INQUIRE, ""),
                    200,
                    NOW,
                    ENGINE));
    assertThat(refused.getMessage()).contains("no more than 200");
  }

  @Test
  void textAndPlaceChange() {
    Template template = template(1, content(ASSET, FULFILLMENT, "old"));
    Template.Content to = new Template.Content(ASSET, FULFILLMENT, "New", "{{ vat }}", 5);
    template.change(to, LATER, ENGINE);
    assertThat(template.snapshot())
        .isEqualTo(new Template.Snapshot(template.id(), PRODUCT, to, NOW, LATER, 0));
  }

  @Test
  void scopeAndTypeNeverChange() {
    Template template = template(1, content(ASSET, FULFILLMENT, "old"));
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> template.change(content(TIER1, INQUIRE, "new"), LATER, ENGINE));
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
    assertThat(all).extracting(Template.Content::position).isSorted();
  }
}
