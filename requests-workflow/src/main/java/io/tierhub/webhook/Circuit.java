package io.tierhub.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a webhook's endpoint is doing. Once it has failed some times in a row it is left alone for a
 * while, and then called for one delivery at a time, until one succeeds.
 *
 * @param failures in a row
 * @param pausedUntil until when it is left alone; null while all is well
 */
public record Circuit(int failures, @Nullable Instant pausedUntil) {

  public static final Circuit CLOSED = new Circuit(0, null);

  /** How many failures in a row are taken for more than bad luck. */
  public static final int PATIENCE = 5;

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15));

  /**
   * @param jitter from 0 to 1, so that endpoints that failed together are not tried again together
   */
  public Circuit failed(Instant now, double jitter) {
    int more = failures + 1;
    if (more < PATIENCE) {
      return new Circuit(more, null);
    }
    Duration pause = PAUSES.get(Math.min(more - PATIENCE, PAUSES.size() - 1));
    return new Circuit(more, now.plus(Delivery.pause(pause, jitter)));
  }

  /** Whether only one delivery at a time may try. */
  public boolean isOpen() {
    return failures >= PATIENCE;
  }

  public boolean isPaused(Instant now) {
    return pausedUntil != null && now.isBefore(pausedUntil);
  }
}
