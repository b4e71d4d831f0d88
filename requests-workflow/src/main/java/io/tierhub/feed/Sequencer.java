package io.tierhub.feed;

/**
 * Gives positions to what was committed. One at a time works, whichever copy of the server it is
 * in.
 */
public interface Sequencer {

  /**
   * Moves committed events from the outbox to the feed.
   *
   * @return how many; as many as a batch has if there may be more; 0 also if another copy is at it
   */
  int sequence();

  int BATCH = 1_000;
}
