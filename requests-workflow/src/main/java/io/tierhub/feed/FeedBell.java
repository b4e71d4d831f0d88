package io.tierhub.feed;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import java.time.Duration;

/**
 * Wakes who waits for events. Hearing it means no more than that a look is worth while; whoever
 * looks each time it was heard, and once after beginning to listen, misses nothing.
 */
public interface FeedBell {

  /**
   * Begins to listen for what the actor may see and asks for.
   *
   * @throws Refused if its caller listens too often already
   */
  Ear listen(Actor actor, FeedFilter filter);

  /** One who listens, until it is closed. */
  interface Ear extends AutoCloseable {

    /**
     * Waits until something was told since the last time this returned true, and no longer than
     * that.
     *
     * @return whether it was
     */
    boolean hears(Duration atMost) throws InterruptedException;

    /** Whether there is nothing more to wait for here, because this copy of the server stops. */
    boolean isOver();

    @Override
    void close();
  }
}
