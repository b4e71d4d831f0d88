package io.tierhub.fulfillment;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.List;
import java.util.Optional;

/** Reads of fulfillment requests, each one statement, straight to the wire's JSON. */
public interface FulfillmentRequestQueries {

  Page list(Actor actor, Query query);

  Optional<Document> get(Actor actor, FulfillmentRequestId id);

  /** The requests as one array, in the order in which they were made. */
  Document all(Actor actor, List<FulfillmentRequestId> ids);

  /** The requests of one asset; empty if the actor may not see the asset. */
  Optional<Page> ofAsset(Actor actor, AssetId asset, Query query);
}
