package io.tierhub.persistence.outage;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;

/**
 * Work on the database that never ends and that nobody calls: round after round on a thread of its
 * own, at once when nudged and every so often without. A round that fails is told once and tried
 * again: whatever it was, the thread goes on, or its work would stand still until somebody noticed.
 * So a round must lose nothing by failing.
 */
public abstract class SteadyLoop implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(SteadyLoop.class);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

  private final String name;
  private final Duration looksAnywayAfter;
  private final Duration together;
  private final Semaphore nudges = new Semaphore(0);
  private volatile boolean running;
  private Thread thread = new Thread();
  private String failure = "";

  /**
   * @param name of the thread, and what the log calls it
   * @param looksAnywayAfter how long a round waits to be nudged
   * @param together the least time from round to round if there is not more to do: what nudges so
   *     soon after the last round shares one
   */
  protected SteadyLoop(String name, Duration looksAnywayAfter, Duration together) {
    this.name = name;
    this.looksAnywayAfter = looksAnywayAfter;
    this.together = together;
  }

  /**
   * Does what there is to do.
   *
   * @return whether there may be more of it
   */
  protected abstract boolean round();

  /** Something is there to do. */
  protected final void nudge() {
    nudges.release();
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name(name).daemon().start(this::run);
  }

  private void run() {
    long began = System.nanoTime();
    boolean more = false;
    while (running) {
      try {
        if (!more
            && nudges.tryAcquire(looksAnywayAfter.toMillis(), TimeUnit.MILLISECONDS)
            && running) {
          TimeUnit.NANOSECONDS.sleep(together.toNanos() - (System.nanoTime() - began));
          nudges.drainPermits();
        }
        began = System.nanoTime();
        more = running && round();
        worked();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failed) {
        more = false;
        failed(failed);
      }
    }
  }

  private void worked() {
    if (!failure.isEmpty()) {
      LOG.info("{} goes on", name);
      failure = "";
    }
  }

  private void failed(RuntimeException failed) {
    String told = NestedExceptionUtils.getMostSpecificCause(failed).toString();
    if (!told.equals(failure)) {
      LOG.warn("{} waits for the database: {}", name, told);
      failure = told;
    }
  }

  @Override
  public void stop() {
    running = false;
    nudge();
    try {
      thread.join(LONGEST_STOP);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
