package io.tierhub.persistence.parameter;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.parameter.ParameterId;
import io.tierhub.parameter.ParameterQueries;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads parameters. */
@Component
class ParameterReads implements ParameterQueries {

  private static final ParameterTable PARAMETERS = new ParameterTable();

  private final JsonReads reads;

  ParameterReads(JsonReads reads) {
    this.reads = reads;
  }

  @Override
  public Page list(Actor actor, ProductId product, Query query) {
    return reads.page(PARAMETERS, actor, query, ofProduct(product));
  }

  @Override
  public Optional<Document> get(Actor actor, ProductId product, ParameterId id) {
    return reads.one(PARAMETERS, actor, id.value(), ofProduct(product));
  }

  private static Sql ofProduct(ProductId product) {
    return Sql.of("a.product_id = ?", product.value());
  }
}
