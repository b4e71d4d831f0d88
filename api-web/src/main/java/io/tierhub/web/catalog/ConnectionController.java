package io.tierhub.web.catalog;

import io.tierhub.catalog.ConnectionField;
import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ConnectionQueries;
import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.ProductQueries;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import io.tierhub.partner.HubId;
import io.tierhub.partner.HubQueries;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.ListQuery;
import io.tierhub.web.wire.Target;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.ManageConnections;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ConnectionController implements ConnectionApi {

  private final ConnectionQueries connections;
  private final ProductQueries products;
  private final HubQueries hubs;
  private final ManageConnections manage;
  private final Writes writes;

  ConnectionController(
      ConnectionQueries connections,
      ProductQueries products,
      HubQueries hubs,
      ManageConnections manage,
      Writes writes) {
    this.connections = connections;
    this.products = products;
    this.hubs = hubs;
    this.manage = manage;
    this.writes = writes;
  }

  @Override
  public ResponseEntity<byte[]> ofProduct(Actor actor, ProductId product, ListQuery query) {
    Page page = connections.ofProduct(actor, product, query.over(ConnectionField.values()));
    return query.answer(page, product, () -> products.get(actor, product));
  }

  @Override
  public ResponseEntity<byte[]> create(Actor actor, ProductId product, Body body) {
    return writes.made(
        () -> manage.connect(actor, product, () -> body.as(ConnectionForm.class).toDomain(actor)),
        id -> read(actor, product, id));
  }

  @Override
  public ResponseEntity<byte[]> get(Actor actor, ProductId product, ConnectionId id) {
    return Answers.ok(read(actor, product, id));
  }

  @Override
  public ResponseEntity<byte[]> move(Actor actor, ProductId product, ConnectionId id, Body body) {
    return writes.changed(
        one(actor, product, id),
        () ->
            manage.moveTo(
                actor, product, id, () -> body.as(ConnectionStatusForm.class).toDomain()));
  }

  @Override
  public ResponseEntity<byte[]> ofHub(Actor actor, HubId hub, ListQuery query) {
    Page page = connections.ofHub(actor, hub, query.over(ConnectionField.values()));
    return query.answer(page, hub, () -> hubs.get(actor, hub));
  }

  private Target one(Actor actor, ProductId product, ConnectionId id) {
    return Target.of(id, () -> connections.get(actor, product, id));
  }

  private Document read(Actor actor, ProductId product, ConnectionId id) {
    return connections.get(actor, product, id).orElseThrow(() -> Refused.notFound(id));
  }
}
