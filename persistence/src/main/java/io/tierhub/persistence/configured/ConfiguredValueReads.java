package io.tierhub.persistence.configured;

import io.tierhub.catalog.ProductId;
import io.tierhub.configured.ConfiguredPlace;
import io.tierhub.configured.ConfiguredValueQueries;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads configured values. */
@Component
class ConfiguredValueReads implements ConfiguredValueQueries {

  private final JsonReads reads;

  ConfiguredValueReads(JsonReads reads) {
    this.reads = reads;
  }

  @Override
  public Page list(Actor actor, ProductId product, Query query) {
    return reads.page(ConfiguredValueTable.of(actor), actor, query, ofProduct(product));
  }

  @Override
  public Optional<Document> get(Actor actor, ProductId product, ConfiguredPlace place) {
    return reads.one(ConfiguredValueTable.of(actor), actor, place.key(), ofProduct(product));
  }

  private static Sql ofProduct(ProductId product) {
    return Sql.of("v.product_id = ?", product.value());
  }
}
