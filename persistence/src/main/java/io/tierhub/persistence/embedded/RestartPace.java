package io.tierhub.persistence.embedded;

import java.time.Duration;

/**
 * How long to wait before a restart: not at all the first time, then longer and longer, until the
 * server has lived for a while.
 */
final class RestartPace {

  static final Duration LONGEST = Duration.ofSeconds(30);
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
