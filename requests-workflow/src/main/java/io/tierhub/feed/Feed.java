package io.tierhub.feed;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;

/** What was told, by position. */
public interface Feed {

  /**
   * The events after a position that the actor may see, oldest first, as a JSON array of
   * CloudEvents.
   *
   * @param after the position of the last event the reader knows; 0 from the beginning
   */
  Slice after(Actor actor, long after, int limit);

  /**
   * @param lastPosition where to go on from: the position of the last event here, or, if there is
   *     none, how far the feed was looked through
   */
  record Slice(Document events, int count, long lastPosition) {}
}
