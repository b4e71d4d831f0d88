package io.tierhub.web.catalog;

import static io.tierhub.catalog.ProductAction.ENDSALE;
import static io.tierhub.catalog.ProductAction.PUBLISH;
import static io.tierhub.catalog.ProductAction.RESUMESALE;

import io.tierhub.catalog.ProductAction;
import io.tierhub.catalog.ProductField;
import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.ProductItemField;
import io.tierhub.catalog.ProductQueries;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.ListQuery;
import io.tierhub.web.wire.Target;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.ManageProducts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProductController implements ProductApi {

  private final ProductQueries products;
  private final ManageProducts manage;
  private final ProductForms forms;
  private final Writes writes;

  ProductController(
      ProductQueries products, ManageProducts manage, ProductForms forms, Writes writes) {
    this.products = products;
    this.manage = manage;
    this.forms = forms;
    this.writes = writes;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ListQuery query) {
    return query.answer(products.list(actor, query.over(ProductField.values())));
  }

  @Override
  public ResponseEntity<byte[]> create(Actor actor, Body body) {
    return writes.made(() -> manage.draft(actor, () -> forms.read(body)), id -> read(actor, id));
  }

  @Override
  public ResponseEntity<byte[]> get(Actor actor, ProductId id) {
    return Answers.one(products.get(actor, id), id);
  }

  @Override
  public ResponseEntity<byte[]> change(Actor actor, ProductId id, Body body) {
    return writes.changed(
        one(actor, id), () -> manage.change(actor, id, now -> forms.merge(now, body)));
  }

  @Override
  public ResponseEntity<byte[]> publish(Actor actor, ProductId id) {
    return take(actor, id, PUBLISH);
  }

  @Override
  public ResponseEntity<byte[]> endSale(Actor actor, ProductId id) {
    return take(actor, id, ENDSALE);
  }

  @Override
  public ResponseEntity<byte[]> resumeSale(Actor actor, ProductId id) {
    return take(actor, id, RESUMESALE);
  }

  @Override
  public ResponseEntity<byte[]> items(Actor actor, ProductId id, ListQuery query) {
    Page page = products.items(actor, id, query.over(ProductItemField.values()));
    return query.answer(page, id, () -> products.get(actor, id));
  }

  @Override
  public ResponseEntity<byte[]> addItem(Actor actor, ProductId id, Body body) {
    return writes.answer(
        HttpStatus.CREATED,
        () -> manage.addItem(actor, id, () -> body.as(ItemForm.class).toDomain()),
        item -> products.item(actor, item).orElseThrow(() -> Refused.notFound(item)));
  }

  private ResponseEntity<byte[]> take(Actor actor, ProductId id, ProductAction action) {
    return writes.changed(one(actor, id), () -> manage.take(actor, id, action));
  }

  private Target one(Actor actor, ProductId id) {
    return Target.of(id, () -> products.get(actor, id));
  }

  private Document read(Actor actor, ProductId id) {
    return products.get(actor, id).orElseThrow(() -> Refused.notFound(id));
  }
}
