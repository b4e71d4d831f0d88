package io.tierhub.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartPaceTest {

  private final RestartPace pace = new RestartPace();

  @Test
  void theFirstRestartIsAtOnceAndLaterOnesWaitLonger() {
    assertThat(IntStream.range(0, 9).mapToObj(_ -> pace.next(Duration.ZERO).toSeconds()))
        .containsExactly(0L, 1L, 2L, 4L, 8L, 8L, 8L, 8L, 8L);
  }

  @Test
  void aLongLifeStartsAnew() {
    IntStream.range(0, 5).forEach(_ -> pace.next(Duration.ZERO));
    assertThat(pace.next(RestartPace.LONG_ENOUGH_ALIVE)).isZero();
  }

  @Test
  void endlessFailuresNeverWaitLongerThanTheLongest() {
    IntStream.range(0, 100).forEach(_ -> pace.next(Duration.ZERO));
    assertThat(pace.next(Duration.ZERO)).isEqualTo(RestartPace.LONGEST);
  }
}
