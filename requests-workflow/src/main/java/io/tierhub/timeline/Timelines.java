package io.tierhub.timeline;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;

/** Reads what calls have caused: one statement. */
public interface Timelines {

  /** How much of a trace is shown. */
  int LONGEST = 1_000;

  /**
   * As one array, in the order in which it happened: entries of the audit, events, mails with their
   * jobs, claims; what the actor may see of them.
   */
  Document of(Actor actor, String trace);
}
