package io.tierhub.configured;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;

/**
 * Reads of configured values, and of the places in which none is set yet. The product's vendor and
 * ops see all; a distributor what the vendor shares, but nothing of other distributors'
 * marketplaces. Passwords are the vendor's.
 */
public interface ConfiguredValueQueries {

  Page list(Actor actor, ProductId product, Query query);

  Optional<Document> get(Actor actor, ProductId product, ConfiguredPlace place);
}
