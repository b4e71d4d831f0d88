package io.tierhub.tierconfigrequest;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import java.util.List;
import java.util.Optional;

/** Reads of tier configuration requests, each one statement, straight to the wire's JSON. */
public interface TierConfigurationRequestQueries {

  Page list(Actor actor, Query query);

  Optional<Document> get(Actor actor, TierConfigurationRequestId id);

  /** The requests as one array, in the order in which they were made. */
  Document all(Actor actor, List<TierConfigurationRequestId> ids);

  /** What an approval answers: the tile and from when it holds (wire-format §5.2). */
  Optional<Document> approval(Actor actor, TierConfigurationRequestId id);
}
