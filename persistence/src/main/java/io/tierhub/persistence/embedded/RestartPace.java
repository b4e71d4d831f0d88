package io.tierhub.persistence.embedded;

import java.time.Duration;

/**
 * How long to wait before a restart: not at all the first time, then longer and longer, until the
 * server has lived for a while. Never so long that a database whose disk was emptied at last is
 * away for more than 10 s.
 */
final class RestartPace {

  static final Duration LONGEST = Duration.ofSeconds(8);
  static final Duration LONG_ENOUGH_ALIVE = Duration.ofMinutes(1);

  private int restarts;

  Duration next(Duration lifeOfTheLast) {
    if (lifeOfTheLast.compareTo(LONG_ENOUGH_ALIVE) >= 0) {
      restarts = 0;
    }
    var wait =
        restarts == 0
            ? Duration.ZERO
            : Duration.ofSeconds(Math.min(LONGEST.toSeconds(), 1L << Math.min(restarts - 1, 10)));
    restarts++;
    return wait;
  }
}
