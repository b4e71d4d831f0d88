package io.tierhub.catalog;

import io.tierhub.kernel.Actor;
import io.tierhub.partner.HubId;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;

/** Reads of connections: both ends see theirs, of their environment; ops all of it. */
public interface ConnectionQueries {

  Page ofProduct(Actor actor, ProductId product, Query query);

  Page ofHub(Actor actor, HubId hub, Query query);

  Optional<Document> get(Actor actor, ProductId product, ConnectionId id);
}
