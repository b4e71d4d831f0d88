package io.tierhub.audit;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Page;
import io.tierhub.query.Query;

/** Reads of the audit. */
public interface AuditQueries {

  /** The entries that the actor may see, the newest first. */
  Page list(Actor actor, Query query);
}
