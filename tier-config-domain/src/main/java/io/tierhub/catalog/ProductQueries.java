package io.tierhub.catalog;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;

/**
 * Reads of products: a vendor sees its own, a distributor those it is connected to in its
 * environment, ops all.
 */
public interface ProductQueries {

  Page list(Actor actor, Query query);

  Optional<Document> get(Actor actor, ProductId id);

  Page items(Actor actor, ProductId product, Query query);

  Optional<Document> item(Actor actor, ProductItemId id);
}
