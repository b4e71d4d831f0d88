package io.tierhub.web.template;

import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.ProductQueries;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.template.TemplateField;
import io.tierhub.template.TemplateId;
import io.tierhub.template.TemplateQueries;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.ListQuery;
import io.tierhub.web.wire.Target;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.ManageTemplates;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TemplateController implements TemplateApi {

  private final TemplateQueries templates;
  private final ProductQueries products;
  private final ManageTemplates manage;
  private final Writes writes;

  TemplateController(
      TemplateQueries templates, ProductQueries products, ManageTemplates manage, Writes writes) {
    this.templates = templates;
    this.products = products;
    this.manage = manage;
    this.writes = writes;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ProductId product, ListQuery query) {
    Page page = templates.list(actor, product, query.over(TemplateField.values()));
    return query.answer(page, product, () -> products.get(actor, product));
  }

  @Override
  public ResponseEntity<byte[]> create(Actor actor, ProductId product, Body body) {
    return writes.made(
        () -> manage.create(actor, product, place -> TemplateForm.read(body, place)),
        id -> read(actor, product, id));
  }

  @Override
  public ResponseEntity<byte[]> get(Actor actor, ProductId product, TemplateId id) {
    return Answers.one(templates.get(actor, product, id), id);
  }

  @Override
  public ResponseEntity<byte[]> change(Actor actor, ProductId product, TemplateId id, Body body) {
    return writes.changed(
        one(actor, product, id),
        () -> manage.change(actor, product, id, now -> TemplateForm.merge(now, body)));
  }

  @Override
  public ResponseEntity<byte[]> delete(Actor actor, ProductId product, TemplateId id) {
    return writes.silent(one(actor, product, id), () -> manage.delete(actor, product, id));
  }

  private Target one(Actor actor, ProductId product, TemplateId id) {
    return new Target(id, product, () -> templates.get(actor, product, id));
  }

  private Document read(Actor actor, ProductId product, TemplateId id) {
    return templates.get(actor, product, id).orElseThrow(() -> Refused.notFound(id));
  }
}
