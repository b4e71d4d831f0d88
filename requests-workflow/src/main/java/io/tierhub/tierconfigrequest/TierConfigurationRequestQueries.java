package io.tierhub.tierconfigrequest;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import java.util.Optional;

/** Reads of tier configuration requests, each one statement, straight to the wire's JSON. */
public interface TierConfigurationRequestQueries {

  Page list(Actor actor, Query query);

  Optional<Document> get(Actor actor, TierConfigurationRequestId id);

  /** What an approval answers: the tile and from when it holds (wire-format §5.2). */
  Optional<Document> approval(Actor actor, TierConfigurationRequestId id);
}
