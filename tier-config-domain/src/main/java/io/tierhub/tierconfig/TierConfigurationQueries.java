package io.tierhub.tierconfig;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;

/** Reads of tier configurations, each one statement, straight to the wire's JSON. */
public interface TierConfigurationQueries {

  Page list(Actor actor, Query query);

  Optional<Document> get(Actor actor, TierConfigurationId id);
}
