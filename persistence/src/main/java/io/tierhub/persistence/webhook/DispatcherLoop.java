package io.tierhub.persistence.webhook;

import io.tierhub.persistence.feed.Sequenced;
import io.tierhub.persistence.outage.SteadyLoop;
import io.tierhub.webhook.Dispatcher;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the webhooks up with the feed. Beside the sequencer and not in turn with it: who waits for
 * the feed does not wait for deliveries to be made.
 */
@Component
class DispatcherLoop extends SteadyLoop {

  private static final Duration LOOKS_ANYWAY_AFTER = Duration.ofMillis(250);

  /** Nobody hears of a delivery's making before its endpoint does: fewer commits, and larger. */
  private static final Duration TOGETHER = Duration.ofMillis(50);

  private final Dispatcher dispatcher;

  DispatcherLoop(Dispatcher dispatcher) {
    super("webhook-dispatcher", LOOKS_ANYWAY_AFTER, TOGETHER);
    this.dispatcher = dispatcher;
  }

  @EventListener(Sequenced.class)
  void sequenced() {
    nudge();
  }

  @Override
  protected boolean round() {
    return dispatcher.dispatch();
  }
}
