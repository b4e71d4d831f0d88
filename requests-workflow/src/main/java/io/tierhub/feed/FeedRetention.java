package io.tierhub.feed;

import java.time.Instant;

/** The old end of the feed. */
public interface FeedRetention {

  int BATCH = 10_000;

  /**
   * Deletes the oldest events, up to {@value #BATCH}, as far as all are from before then; what is
   * left is without gaps.
   *
   * @return how many
   */
  int forget(Instant before);
}
