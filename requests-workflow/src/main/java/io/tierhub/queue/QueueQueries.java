package io.tierhub.queue;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Page;
import io.tierhub.query.Query;

/** Reads orders and tier configuration requests as one list: one statement a page. */
public interface QueueQueries {

  Page list(Actor actor, Query query);
}
