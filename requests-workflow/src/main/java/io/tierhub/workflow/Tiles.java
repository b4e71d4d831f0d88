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
import io.tierhub.template.Placeholders;
import io.tierhub.template.Template;
import io.tierhub.template.TemplateId;
import io.tierhub.template.TemplateScope;
import io.tierhub.template.TemplateType;
import io.tierhub.template.Templates;
import io.tierhub.tierconfig.Agreement;
import io.tierhub.tierconfig.Tile;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Renders what a configured tier is shown, once, at approval (design §4.9). */
@Component
class Tiles {

  private final Templates templates;

  Tiles(Templates templates) {
    this.templates = templates;
  }

  /**
   * @param values what holds from now on
   * @throws Refused with {@link Refusal#TEMPLATE_UNKNOWN} if the template that is named is not the
   *     product's, or is for something else
   */
  Tile render(Agreement agreement, WantedTile wanted, ParameterSet set, ParameterValues values) {
    String own = wanted.representation();
    if (wanted.template() == null && own != null) {
      return new Tile(null, null, own);
    }
    TemplateScope scope = TemplateScope.ofTier(agreement.level().number());
    Template template =
        wanted.template() == null
            ? templates
                .defaultOf(agreement.product(), scope, TemplateType.FULFILLMENT)
                .orElseThrow(() ->
                    new IllegalStateException(agreement.product() + " has no default template"))
            : named(agreement.product(), wanted.template(), scope);
    return new Tile(template.id().value(), template.name(), filled(template.body(), set, values));
  }

  private Template named(ProductId product, String id, TemplateScope scope) {
    return (Prefixed.looksLike("TL", id)
            ? templates.find(product, new TemplateId(id))
            : Optional.<Template>empty())
        .filter(template -> template.scope() == scope)
        .filter(template -> template.type() == TemplateType.FULFILLMENT)
        .orElseThrow(() ->
            Refused.at(
                Refusal.TEMPLATE_UNKNOWN,
                "/template/id",
                "%s has no template %s of scope %s and type fulfillment."
                    .formatted(product, id, scope.wire())));
  }

  private static String filled(String body, ParameterSet set, ParameterValues values) {
    StringBuilder text = new StringBuilder(body.length());
    int from = 0;
    for (Placeholders.Placeholder placeholder : Placeholders.in(body).all()) {
      text.append(body, from, placeholder.from());
      set.named(placeholder.name()).ifPresent(one -> text.append(shown(one, values)));
      from = placeholder.to();
    }
    return text.append(body, from, body.length()).toString();
  }

  /** Unset values are empty (wire-format §8.1), and so are passwords: the tile is not secret. */
  private static String shown(ParameterDefinition definition, ParameterValues values) {
    return definition.type() == ParameterType.PASSWORD
        ? ""
        : values.named(definition.name()).map(ParameterValue::value).orElse("");
  }
}
