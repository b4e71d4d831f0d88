package io.tierhub.feed;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import java.util.List;

/** What was told, by position. */
public interface Feed {

  /**
   * The events after a position that the actor may see and asks for, oldest first.
   *
   * @param after the position of the last event the reader knows
   */
  Slice after(Actor actor, FeedFilter filter, long after, int limit);

  /** How far the feed is, and from where it is kept. */
  Extent extent();

  /**
   * @param events at most as many as were asked for
   * @param position where to go on from: the position of the last event here, or, if there are no
   *     more, how far the feed was looked through
   * @param extent of the feed at the moment of this look
   */
  record Slice(List<Told> events, long position, Extent extent) {}

  /**
   * @param type as it is told, {@code tier_account.changed}
   * @param event a CloudEvent
   */
  record Told(long position, String type, Document event) {}

  /**
   * @param retainedFrom the position of the oldest event that is kept
   * @param latest the last position that was given
   */
  record Extent(long retainedFrom, long latest) {

    /** After it everything that is kept follows. */
    public long beforeOldest() {
      return retainedFrom - 1;
    }
  }
}
