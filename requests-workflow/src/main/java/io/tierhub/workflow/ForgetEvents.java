package io.tierhub.workflow;

import io.tierhub.feed.FeedRetention;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets events go that were told long ago: who was away for longer reads the lists anew. */
@Service
public class ForgetEvents {

  private static final Logger LOG = LoggerFactory.getLogger(ForgetEvents.class);

  private final FeedRetention retention;
  private final Clock clock;

  ForgetEvents(FeedRetention retention, Clock clock) {
    this.retention = retention;
    this.clock = clock;
  }

  /**
   * Lets some go, the oldest first, in a transaction of its own.
   *
   * @param kept how long each is kept
   * @return whether there may be more
   */
  @Transactional
  public boolean forgetSome(Duration kept) {
    int gone = retention.forget(clock.instant().minus(kept));
    if (gone > 0) {
      LOG.info("{} events of the feed are no longer kept", gone);
    }
    return gone == FeedRetention.BATCH;
  }
}
