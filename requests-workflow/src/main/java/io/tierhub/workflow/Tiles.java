package io.tierhub.workflow;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Prefixed;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.parameter.ParameterDefinition;
import io.tierhub.parameter.ParameterSet;
import io.tierhub.parameter.ParameterType;
import io.tierhub.parameter.ParameterValue;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.template.Template;
import io.tierhub.template.TemplateEngine;
import io.tierhub.template.TemplateId;
import io.tierhub.template.TemplateScope;
import io.tierhub.template.TemplateType;
import io.tierhub.template.Templates;
import io.tierhub.tierconfig.Agreement;
import io.tierhub.tierconfig.Tile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Renders what a configured tier or a customer is shown, once, at approval (design §4.9). */
@Component
class Tiles {

  /** What templates call the link to the form, as Connect does. */
  static final String FORM = "activation_form_url";

  private final Templates templates;
  private final TemplateEngine engine;

  Tiles(Templates templates, TemplateEngine engine) {
    this.templates = templates;
    this.engine = engine;
  }

  /**
   * What a tier is shown.
   *
   * @param values what holds from now on
   * @throws Refused with {@link Refusal#TEMPLATE_UNKNOWN} if the template that is named is not the
   *     product's, or is for something else
   */
  Tile render(Agreement agreement, WantedTile wanted, ParameterSet set, ParameterValues values) {
    Kind kind =
        new Kind(
            agreement.product(),
            TemplateScope.ofTier(agreement.level().number()),
            TemplateType.FULFILLMENT,
            "/template/id");
    return rendered(kind, wanted, set, values);
  }

  /** What the customer is shown of its asset. */
  Tile ofAsset(ParameterSet set, WantedTile wanted, ParameterValues values) {
    Kind kind =
        new Kind(set.product(), TemplateScope.ASSET, TemplateType.FULFILLMENT, "/template_id");
    return rendered(kind, wanted, set, values);
  }

  /**
   * What the customer is asked with. A template's text is not filled in yet: it leads to a form,
   * which is another one each time.
   */
  Tile inquiry(ProductId product, WantedTile wanted) {
    String own = wanted.representation();
    if (wanted.template() == null && own != null) {
      return new Tile(null, null, own);
    }
    Template template =
        chosen(
            new Kind(product, TemplateScope.ASSET, TemplateType.INQUIRE, "/template_id"),
            wanted.template());
    return new Tile(template.id().value(), template.name(), "");
  }

  /**
   * What somebody is asked with, filled in.
   *
   * @param shown which template the vendor chose, or what it wrote itself; nothing if it said
   *     nothing, and then the product's default is taken
   * @param link to the form
   */
  String inquiryText(
      ParameterSet set,
      TemplateScope scope,
      @Nullable Tile shown,
      ParameterValues values,
      String link) {
    if (shown != null && !shown.representation().isEmpty()) {
      return shown.representation();
    }
    Kind kind = new Kind(set.product(), scope, TemplateType.INQUIRE, "");
    Template template =
        Optional.ofNullable(shown)
            .map(Tile::template)
            .flatMap(id -> templates.find(set.product(), new TemplateId(id)))
            .orElseGet(() -> chosen(kind, null));
    Map<String, String> filled = shown(set, values);
    filled.put(FORM, link);
    return engine.fill(template.body(), filled);
  }

  /** What somebody is shown while the vendor has it. */
  String pendingText(ParameterSet set, TemplateScope scope, ParameterValues values) {
    Kind kind = new Kind(set.product(), scope, TemplateType.PENDING, "");
    return engine.fill(chosen(kind, null).body(), shown(set, values));
  }

  private Tile rendered(Kind kind, WantedTile wanted, ParameterSet set, ParameterValues values) {
    String own = wanted.representation();
    if (wanted.template() == null && own != null) {
      return new Tile(null, null, own);
    }
    Template template = chosen(kind, wanted.template());
    return new Tile(
        template.id().value(), template.name(), engine.fill(template.body(), shown(set, values)));
  }

  private Template chosen(Kind kind, @Nullable String named) {
    return named == null
        ? templates
            .defaultOf(kind.product, kind.scope, kind.type)
            .orElseThrow(() -> new IllegalStateException(kind.product + " has no default template"))
        : named(kind, named);
  }

  private Template named(Kind kind, String id) {
    return (Prefixed.looksLike("TL", id)
            ? templates.find(kind.product, new TemplateId(id))
            : Optional.<Template>empty())
        .filter(template -> template.scope() == kind.scope)
        .filter(template -> template.type() == kind.type)
        .orElseThrow(() ->
            Refused.at(
                Refusal.TEMPLATE_UNKNOWN,
                kind.pointer,
                "%s has no template %s of scope %s and type %s."
                    .formatted(kind.product, id, kind.scope.wire(), kind.type.wire())));
  }

  /**
   * @param pointer where the template is named
   */
  private record Kind(ProductId product, TemplateScope scope, TemplateType type, String pointer) {}

  /** Unset values are empty (wire-format §8.1), and so are passwords: the tile is not secret. */
  private static Map<String, String> shown(ParameterSet set, ParameterValues values) {
    Map<String, String> shown = new HashMap<>();
    for (ParameterDefinition definition : set.definitions()) {
      if (definition.type() != ParameterType.PASSWORD) {
        values
            .named(definition.name())
            .map(ParameterValue::value)
            .ifPresent(value -> shown.put(definition.name(), value));
      }
    }
    return shown;
  }
}
