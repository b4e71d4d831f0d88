package io.tierhub.tieraccountrequest;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.List;
import java.util.Optional;

/** Reads of tier account requests, each one statement, straight to the wire's JSON. */
public interface TierAccountRequestQueries {

  Page list(Actor actor, Query query);

  Optional<Document> get(Actor actor, TierAccountRequestId id);

  /** The requests as one array, in the order in which they were made. */
  Document all(Actor actor, List<TierAccountRequestId> ids);

  /** The account before and after the change as the actor may see it: an array of two versions. */
  Optional<Document> beforeAndAfter(Actor actor, TierAccountRequestId id);
}
