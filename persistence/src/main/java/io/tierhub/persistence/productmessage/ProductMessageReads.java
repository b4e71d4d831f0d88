package io.tierhub.persistence.productmessage;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Sql;
import io.tierhub.productmessage.ProductMessageId;
import io.tierhub.productmessage.ProductMessageQueries;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads products' messages. */
@Component
class ProductMessageReads implements ProductMessageQueries {

  private static final ProductMessageTable MESSAGES = new ProductMessageTable();

  private final JsonReads reads;

  ProductMessageReads(JsonReads reads) {
    this.reads = reads;
  }

  @Override
  public Page list(Actor actor, ProductId product, Query query) {
    return reads.page(MESSAGES, actor, query, ofProduct(product));
  }

  @Override
  public Optional<Document> get(Actor actor, ProductId product, ProductMessageId id) {
    return reads.one(MESSAGES, actor, id.value(), ofProduct(product));
  }

  private static Sql ofProduct(ProductId product) {
    return Sql.of("m.product_id = ?", product.value());
  }
}
