package io.tierhub.persistence.feed;

import io.tierhub.feed.Sequencer;
import io.tierhub.webhook.Dispatcher;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Keeps the feed up with the commits, and the webhooks with the feed: at once after a lone commit
 * of this copy, a moment later if there are many, and every so often for those of other copies and
 * for what a crash left behind.
 */
@Component
class SequencerLoop implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(SequencerLoop.class);
  private static final Duration LOOKS_ANYWAY_AFTER = Duration.ofMillis(250);

  /** Each move is a commit of its own: what is committed so soon after the last one shares one. */
  private static final Duration TOGETHER = Duration.ofMillis(10);

  private final Sequencer sequencer;
  private final Dispatcher dispatcher;
  private final Semaphore nudges = new Semaphore(0);
  private volatile boolean running;
  private Thread thread = new Thread();

  SequencerLoop(Sequencer sequencer, Dispatcher dispatcher) {
    this.sequencer = sequencer;
    this.dispatcher = dispatcher;
  }

  @EventListener
  void committed(TransactionOutbox.Committed committed) {
    nudges.release();
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("feed-sequencer").daemon().start(this::run);
  }

  private void run() {
    long began = System.nanoTime();
    boolean behind = false;
    while (running) {
      try {
        if (!behind && nudges.tryAcquire(LOOKS_ANYWAY_AFTER.toMillis(), TimeUnit.MILLISECONDS)) {
          TimeUnit.NANOSECONDS.sleep(TOGETHER.toNanos() - (System.nanoTime() - began));
          nudges.drainPermits();
        }
        began = System.nanoTime();
        behind = false;
        int moved;
        do {
          moved = sequencer.sequence();
        } while (running && moved == Sequencer.BATCH);
        behind = dispatcher.dispatch();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException away) {
        // Nothing is lost: the events stay in the outbox until the database is back. Whatever it
        // was, this thread must go on, or the feed would stand still until somebody noticed.
        LOG.warn(
            "the feed waits for the database: {}",
            NestedExceptionUtils.getMostSpecificCause(away).toString());
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    nudges.release();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
