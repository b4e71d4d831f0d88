package io.tierhub.web.parameter;

import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.ProductQueries;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import io.tierhub.parameter.ParameterField;
import io.tierhub.parameter.ParameterId;
import io.tierhub.parameter.ParameterQueries;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.ListQuery;
import io.tierhub.web.wire.Target;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.ManageParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ParameterController implements ParameterApi {

  private final ParameterQueries parameters;
  private final ProductQueries products;
  private final ManageParameters manage;
  private final FormSchemas forms;
  private final Writes writes;

  ParameterController(
      ParameterQueries parameters,
      ProductQueries products,
      ManageParameters manage,
      FormSchemas forms,
      Writes writes) {
    this.parameters = parameters;
    this.products = products;
    this.manage = manage;
    this.forms = forms;
    this.writes = writes;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ProductId product, ListQuery query) {
    Page page = parameters.list(actor, product, query.over(ParameterField.values()));
    return query.answer(page, product, () -> products.get(actor, product));
  }

  @Override
  public ResponseEntity<byte[]> create(Actor actor, ProductId product, Body body) {
    return writes.made(
        () -> manage.create(actor, product, number -> ParameterForms.read(product, number, body)),
        id -> read(actor, product, id));
  }

  @Override
  public ResponseEntity<byte[]> get(Actor actor, ProductId product, ParameterId id) {
    return Answers.one(parameters.get(actor, product, id), id);
  }

  @Override
  public ResponseEntity<byte[]> schema(
      Actor actor, ProductId product, String scope, @Nullable String phase) {
    return Answers.ok(forms.of(actor, product, scope, phase));
  }

  @Override
  public ResponseEntity<byte[]> change(Actor actor, ProductId product, ParameterId id, Body body) {
    return writes.changed(
        one(actor, product, id),
        () -> manage.change(actor, product, id, now -> ParameterForms.merge(now, body)));
  }

  @Override
  public ResponseEntity<byte[]> delete(Actor actor, ProductId product, ParameterId id) {
    return writes.silent(one(actor, product, id), () -> manage.delete(actor, product, id));
  }

  private Target one(Actor actor, ProductId product, ParameterId id) {
    return new Target(id, product, () -> parameters.get(actor, product, id));
  }

  private Document read(Actor actor, ProductId product, ParameterId id) {
    return parameters.get(actor, product, id).orElseThrow(() -> Refused.notFound(id));
  }
}
