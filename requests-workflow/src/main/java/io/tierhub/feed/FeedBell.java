package io.tierhub.feed;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;

/**
 * Wakes who waits for events. Being rung means no more than that a look is worth while; whoever
 * looks each time it was rung, and once after beginning to listen, misses nothing.
 */
public interface FeedBell {

  /**
   * Begins to listen for what the actor may see and asks for.
   *
   * @param rung is run whenever something was told, and when there is nothing more to wait for; on
   *     a thread that others wait for
   * @throws Refused if its caller listens too often already
   */
  Ear listen(Actor actor, FeedFilter filter, Runnable rung);

  /** One who listens, until it is closed. */
  interface Ear extends AutoCloseable {

    /** Whether there is nothing more to wait for here, because this copy of the server stops. */
    boolean isOver();

    /** Once or more often. */
    @Override
    void close();
  }
}
