package io.tierhub.web.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * How often one network address may call what needs no token: nobody guesses links by the thousand.
 * Behind a proxy all come from its address, unless {@code server.forward-headers-strategy} says
 * whose word is taken for another.
 */
@Component
public class CallRate {

  /** What has it is passed over by the access log: the path of a page ends in the link's code. */
  private static final String UNLOGGED = "tierhub.linked";

  private static final int MOST_CALLERS = 50_000;

  private final int aMinute;
  private final Cache<String, Bucket> callers =
      Caffeine.newBuilder()
          .maximumSize(MOST_CALLERS)
          .expireAfterAccess(Duration.ofMinutes(2))
          .build();

  CallRate(@Value("${tierhub.pages.calls-per-minute:120}") int aMinute) {
    if (aMinute < 1) {
      throw new IllegalArgumentException(
          "tierhub.pages.calls-per-minute must be 1 or more, not " + aMinute);
    }
    this.aMinute = aMinute;
  }

  /**
   * Counts the call. One that is too many is told when to come again, in {@code Retry-After}; the
   * rest of the answer is the door's.
   */
  public boolean permits(HttpServletRequest request, HttpServletResponse response) {
    request.setAttribute(UNLOGGED, true);
    ConsumptionProbe turn =
        callers.get(request.getRemoteAddr(), _ -> bucket()).tryConsumeAndReturnRemaining(1);
    if (!turn.isConsumed()) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(turn.getNanosToWaitForRefill()) + 1;
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    }
    return turn.isConsumed();
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(aMinute)
                .refillGreedy(aMinute, Duration.ofMinutes(1))
                .build())
        .build();
  }
}
