package io.tierhub.workflow;

import io.tierhub.feed.Feed;
import io.tierhub.feed.FeedConsumers;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Violation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps for readers of the feed how far they are. */
@Service
public class KeepFeedPositions {

  /** Of one account in one environment. */
  static final int MOST = 100;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final FeedConsumers consumers;
  private final Feed feed;
  private final Clock clock;

  KeepFeedPositions(FeedConsumers consumers, Feed feed, Clock clock) {
    this.consumers = consumers;
    this.feed = feed;
    this.clock = clock;
  }

  /**
   * @param position of the last event that the reader is done with; one before those it was at
   *     already has it read again
   */
  @Transactional
  public String commit(Actor actor, String name, long position) {
    List<Violation> faults = new ArrayList<>();
    if (!NAME.matcher(name).matches()) {
      faults.add(
          new Violation(
              "/name", "A name is 1 to 64 letters, digits, points, hyphens and underscores."));
    }
    Feed.Extent extent = feed.extent();
    if (position < extent.beforeOldest() || position > extent.latest()) {
      faults.add(
          new Violation(
              "/position",
              "The feed is kept after position %d, and is at %d."
                  .formatted(extent.beforeOldest(), extent.latest())));
    }
    if (!faults.isEmpty()) {
      throw Refused.invalid(faults);
    }
    if (consumers.position(actor, name).isEmpty() && consumers.count(actor) >= MOST) {
      throw Refused.because(
          Refusal.FEED_CONSUMERS,
          "There are %d already; delete those that nobody uses any more.".formatted(MOST));
    }
    consumers.commit(actor, name, position, clock.instant());
    return name;
  }

  @Transactional
  public String delete(Actor actor, String name) {
    if (!consumers.delete(actor, name)) {
      throw Refused.notFound(name);
    }
    return name;
  }
}
