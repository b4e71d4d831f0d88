package io.tierhub.persistence.action;

import io.tierhub.action.ActionId;
import io.tierhub.action.ActionQueries;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads products' actions. */
@Component
class ActionReads implements ActionQueries {

  private static final ActionTable ACTIONS = new ActionTable();

  private final JsonReads reads;

  ActionReads(JsonReads reads) {
    this.reads = reads;
  }

  @Override
  public Page list(Actor actor, ProductId product, Query query) {
    return reads.page(ACTIONS, actor, query, ofProduct(product));
  }

  @Override
  public Optional<Document> get(Actor actor, ProductId product, ActionId id) {
    return reads.one(ACTIONS, actor, id.value(), ofProduct(product));
  }

  private static Sql ofProduct(ProductId product) {
    return Sql.of("a.product_id = ?", product.value());
  }
}
