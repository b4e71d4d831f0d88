package io.tierhub.persistence.catalog;

import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ConnectionQueries;
import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.ProductItemId;
import io.tierhub.catalog.ProductQueries;
import io.tierhub.kernel.Actor;
import io.tierhub.partner.HubId;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads products, their items and their connections. */
@Component
class CatalogReads implements ProductQueries, ConnectionQueries {

  private static final ProductTable PRODUCTS = new ProductTable();
  private static final ProductItemTable ITEMS = new ProductItemTable();
  private static final ConnectionTable CONNECTIONS = new ConnectionTable();

  private final JsonReads reads;

  CatalogReads(JsonReads reads) {
    this.reads = reads;
  }

  @Override
  public Page list(Actor actor, Query query) {
    return reads.page(PRODUCTS, actor, query);
  }

  @Override
  public Optional<Document> get(Actor actor, ProductId id) {
    return reads.one(PRODUCTS, actor, id.value());
  }

  @Override
  public Page items(Actor actor, ProductId product, Query query) {
    return reads.page(ITEMS, actor, query, Sql.of("i.product_id = ?", product.value()));
  }

  @Override
  public Optional<Document> item(Actor actor, ProductItemId id) {
    return reads.one(ITEMS, actor, id.value());
  }

  @Override
  public Page ofProduct(Actor actor, ProductId product, Query query) {
    return reads.page(CONNECTIONS, actor, query, Sql.of("c.product_id = ?", product.value()));
  }

  @Override
  public Page ofHub(Actor actor, HubId hub, Query query) {
    return reads.page(CONNECTIONS, actor, query, Sql.of("c.hub_id = ?", hub.value()));
  }

  @Override
  public Optional<Document> get(Actor actor, ProductId product, ConnectionId id) {
    return reads.one(CONNECTIONS, actor, id.value(), Sql.of("c.product_id = ?", product.value()));
  }
}
