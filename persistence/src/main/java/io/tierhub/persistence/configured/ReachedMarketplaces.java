package io.tierhub.persistence.configured;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Environment;
import io.tierhub.persistence.read.Sql;

/** Where a product can be sold: what an active connection of an environment leads to. */
final class ReachedMarketplaces {

  private ReachedMarketplaces() {}

  /** Selects {@code marketplace_id}, each once. */
  static Sql of(ProductId product, Environment environment) {
    return Sql.of(
        "select distinct h.marketplace_id from connection c join marketplace_hub h on h.hub_id ="
            + " c.hub_id where c.product_id = ? and c.type = ? and c.status = 'active'",
        product.value(),
        environment.wire());
  }
}
