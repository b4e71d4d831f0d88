package io.tierhub.action;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;

/** Reads of actions: who sees the product sees them. */
public interface ActionQueries {

  Page list(Actor actor, ProductId product, Query query);

  Optional<Document> get(Actor actor, ProductId product, ActionId id);
}
