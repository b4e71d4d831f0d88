package io.tierhub.partner;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;

/**
 * Reads of hubs: a distributor sees its own, a vendor those that its products are connected to in
 * its environment, ops all. So are the numbers in {@code stats} counted.
 */
public interface HubQueries {

  Page list(Actor actor, Query query);

  Optional<Document> get(Actor actor, HubId id);
}
