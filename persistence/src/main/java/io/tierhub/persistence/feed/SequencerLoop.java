package io.tierhub.persistence.feed;

import io.tierhub.feed.Sequencer;
import io.tierhub.persistence.outage.SteadyLoop;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the feed up with the commits: at once after a lone commit of this copy, a moment later if
 * there are many, and every so often for those of other copies and for what a crash left behind.
 * Until the database is back, the events stay in the outbox.
 */
@Component
class SequencerLoop extends SteadyLoop {

  private static final Duration LOOKS_ANYWAY_AFTER = Duration.ofMillis(250);

  /** Each move is a commit of its own: what is committed so soon after the last one shares one. */
  private static final Duration TOGETHER = Duration.ofMillis(5);

  private final Sequencer sequencer;
  private final ApplicationEventPublisher publisher;

  SequencerLoop(Sequencer sequencer, ApplicationEventPublisher publisher) {
    super("feed-sequencer", LOOKS_ANYWAY_AFTER, TOGETHER);
    this.sequencer = sequencer;
    this.publisher = publisher;
  }

  @EventListener(TransactionOutbox.Committed.class)
  void committed() {
    nudge();
  }

  @Override
  protected boolean round() {
    int moved = sequencer.sequence();
    if (moved > 0) {
      publisher.publishEvent(new Sequenced());
    }
    return moved == Sequencer.BATCH;
  }
}
