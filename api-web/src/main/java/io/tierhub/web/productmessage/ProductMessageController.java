package io.tierhub.web.productmessage;

import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.ProductQueries;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import io.tierhub.productmessage.ProductMessageField;
import io.tierhub.productmessage.ProductMessageId;
import io.tierhub.productmessage.ProductMessageQueries;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.ListQuery;
import io.tierhub.web.wire.Target;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.ManageProductMessages;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProductMessageController implements ProductMessageApi {

  private final ProductMessageQueries messages;
  private final ProductQueries products;
  private final ManageProductMessages manage;
  private final Writes writes;

  ProductMessageController(
      ProductMessageQueries messages,
      ProductQueries products,
      ManageProductMessages manage,
      Writes writes) {
    this.messages = messages;
    this.products = products;
    this.manage = manage;
    this.writes = writes;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ProductId product, ListQuery query) {
    Page page = messages.list(actor, product, query.over(ProductMessageField.values()));
    return query.answer(page, product, () -> products.get(actor, product));
  }

  @Override
  public ResponseEntity<byte[]> create(Actor actor, ProductId product, Body body) {
    return writes.made(
        () -> manage.create(actor, product, () -> ProductMessageForm.read(body)),
        id -> read(actor, product, id));
  }

  @Override
  public ResponseEntity<byte[]> get(Actor actor, ProductId product, ProductMessageId id) {
    return Answers.one(messages.get(actor, product, id), id);
  }

  @Override
  public ResponseEntity<byte[]> change(
      Actor actor, ProductId product, ProductMessageId id, Body body) {
    return writes.changed(
        one(actor, product, id),
        () -> manage.change(actor, product, id, now -> ProductMessageForm.merge(now, body)));
  }

  @Override
  public ResponseEntity<byte[]> delete(Actor actor, ProductId product, ProductMessageId id) {
    return writes.silent(one(actor, product, id), () -> manage.delete(actor, product, id));
  }

  private Target one(Actor actor, ProductId product, ProductMessageId id) {
    return new Target(id, product, () -> messages.get(actor, product, id));
  }

  private Document read(Actor actor, ProductId product, ProductMessageId id) {
    return messages.get(actor, product, id).orElseThrow(() -> Refused.notFound(id));
  }
}
