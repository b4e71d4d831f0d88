package io.tierhub.web.rate;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;

/** So many calls a minute: all at once, or one after the other as they come back. */
record Quota(int aMinute) {

  static Quota aMinute(int calls, String setting) {
    if (calls < 1) {
      throw new IllegalArgumentException(setting + " must be 1 or more, not " + calls);
    }
    return new Quota(calls);
  }

  Bucket full() {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(aMinute)
                .refillGreedy(aMinute, Duration.ofMinutes(1))
                .build())
        .build();
  }

  /** Takes one call; one that is too many is told in {@code Retry-After} when to come again. */
  static ConsumptionProbe take(Bucket calls, HttpServletResponse response) {
    ConsumptionProbe turn = calls.tryConsumeAndReturnRemaining(1);
    if (!turn.isConsumed()) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(turn.getNanosToWaitForRefill()) + 1;
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    }
    return turn;
  }
}
