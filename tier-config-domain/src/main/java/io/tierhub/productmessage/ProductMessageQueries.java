package io.tierhub.productmessage;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;

/** Reads of messages: who sees the product sees them. */
public interface ProductMessageQueries {

  Page list(Actor actor, ProductId product, Query query);

  Optional<Document> get(Actor actor, ProductId product, ProductMessageId id);
}
