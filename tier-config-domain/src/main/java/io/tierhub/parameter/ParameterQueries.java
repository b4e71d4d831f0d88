package io.tierhub.parameter;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;

/** Reads of parameters: who sees the product sees them. */
public interface ParameterQueries {

  Page list(Actor actor, ProductId product, Query query);

  Optional<Document> get(Actor actor, ProductId product, ParameterId id);
}
