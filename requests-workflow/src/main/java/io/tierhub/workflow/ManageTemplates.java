package io.tierhub.workflow;

import io.tierhub.catalog.Product;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.IdKind;
import io.tierhub.kernel.Ids;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;
import io.tierhub.template.DefaultTemplates;
import io.tierhub.template.Template;
import io.tierhub.template.TemplateEngine;
import io.tierhub.template.TemplateId;
import io.tierhub.template.Templates;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes what products show: vendors of their own. */
@Service
public class ManageTemplates {

  private final Templates templates;
  private final OwnProducts own;
  private final Ids ids;
  private final TemplateEngine engine;

  ManageTemplates(Templates templates, OwnProducts own, Ids ids, TemplateEngine engine) {
    this.templates = templates;
    this.own = own;
    this.ids = ids;
    this.engine = engine;
  }

  /**
   * @param wanted makes the text for the place it gets if it does not say one; asked for only once
   *     it is known that the actor may add any
   * @throws Refused with every fault
   */
  @Transactional
  public TemplateId create(Actor actor, ProductId id, LongFunction<Template.Content> wanted) {
    Product product = own.lock(actor, id);
    Template.Content content = wanted.apply(templates.nextPosition(id));
    int others = templates.ofProduct(id).size();
    Template template = add(id, content, others, own.stamp(actor));
    tell("product.template_created", product, template, actor);
    return template.id();
  }

  /** The texts with which a product begins. */
  void createDefaults(ProductId product, Stamp created) {
    for (Template.Content content : DefaultTemplates.all()) {
      add(product, content, 0, created);
    }
  }

  private Template add(ProductId product, Template.Content content, int others, Stamp created) {
    TemplateId id = new TemplateId(ids.next(IdKind.TEMPLATE));
    Template template = Template.create(id, product, content, others, created, engine);
    templates.add(template);
    return template;
  }

  /**
   * @param edit makes the new text out of the current one
   * @throws Refused with every fault, or with {@link Refusal#TEMPLATE_FIELD_FIXED}
   */
  @Transactional
  public TemplateId change(
      Actor actor, ProductId id, TemplateId which, UnaryOperator<Template.Content> edit) {
    Product product = own.lock(actor, id);
    Template template = find(id, which);
    Template.Content before = template.snapshot().content();
    Template.Content to = edit.apply(before);
    if (!to.equals(before)) {
      template.change(to, own.stamp(actor), engine);
      templates.save(template);
      tell("product.template_changed", product, template, actor);
    }
    return which;
  }

  /**
   * @throws Refused with {@link Refusal#TEMPLATE_NEEDED} if it is the only one of its kind
   */
  @Transactional
  public void delete(Actor actor, ProductId id, TemplateId which) {
    Product product = own.lock(actor, id);
    Template template = find(id, which);
    template.requireRemovable(templates.ofProduct(id));
    templates.remove(template);
    tell("product.template_deleted", product, template, actor);
  }

  private Template find(ProductId product, TemplateId which) {
    return templates.find(product, which).orElseThrow(() -> Refused.notFound(which));
  }

  private void tell(String what, Product product, Template template, Actor actor) {
    own.tell(
        what,
        product,
        actor,
        Map.of(
            "template",
            template.id().value(),
            "scope",
            template.scope().wire(),
            "type",
            template.type().wire()));
  }
}
