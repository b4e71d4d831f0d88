package io.tierhub.partner;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;

/**
 * Reads of marketplaces: a distributor sees its own, a vendor those whose hubs its products are
 * connected to in its environment, ops all.
 */
public interface MarketplaceQueries {

  Page list(Actor actor, Query query);

  /** Those that sell through the hub. */
  Page ofHub(Actor actor, HubId hub, Query query);

  Optional<Document> get(Actor actor, MarketplaceId id);
}
