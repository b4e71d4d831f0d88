package io.tierhub.queue;

import io.tierhub.kernel.Actor;

/** Looks at what waits: one statement each. */
public interface Backlogs {

  /** As far as the actor sees it. */
  Backlog of(Actor actor);

  /** Of all companies and environments, without naming single requests. */
  Backlog ofAll();
}
