package io.tierhub.web.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * How much of this copy of the server one token may have: so many calls a minute, told in the
 * {@code RateLimit} headers of every answer (draft-ietf-httpapi-ratelimit-headers), and so many at
 * the same time. The second is what keeps the others' calls going: whatever one token asks for, and
 * however slow that is, it never holds all of the database's connections. Calls beyond it wait for
 * the token's own.
 */
@Component
public class TokenRate {

  public static final String POLICY_HEADER = "RateLimit-Policy";
  public static final String LEFT_HEADER = "RateLimit";

  private static final int MOST_TOKENS = 50_000;

  private final Quota quota;
  private final String policy;
  private final int atOnce;
  private final Duration patience;
  private final Cache<String, Share> shares =
      Caffeine.newBuilder()
          .maximumSize(MOST_TOKENS)
          .expireAfterAccess(Duration.ofMinutes(2))
          .build();

  TokenRate(
      @Value("${tierhub.tokens.calls-per-minute:12000}") int aMinute,
      @Value("${tierhub.tokens.calls-at-once:8}") int atOnce,
      @Value("${tierhub.database.wait-when-busy:10s}") Duration patience) {
    quota = Quota.aMinute(aMinute, "tierhub.tokens.calls-per-minute");
    if (atOnce < 1) {
      throw new IllegalArgumentException(
          "tierhub.tokens.calls-at-once must be 1 or more, not " + atOnce);
    }
    this.atOnce = atOnce;
    this.patience = patience;
    this.policy = "\"token\";q=%d;w=60".formatted(aMinute);
  }

  /** What one token has of this copy. */
  private record Share(Bucket calls, Semaphore running) {}

  /** A call that is being answered; to be closed when it is. */
  public static final class Turn implements AutoCloseable {

    private final Semaphore running;

    private Turn(Semaphore running) {
      this.running = running;
    }

    @Override
    public void close() {
      running.release();
    }
  }

  /**
   * Counts the call and waits until it may run.
   *
   * @throws Refused if it is one too many; {@code Retry-After} is set
   */
  public Turn enter(Actor actor, HttpServletResponse response) {
    Share share =
        shares.get(keyOf(actor), _ -> new Share(quota.full(), new Semaphore(atOnce, true)));
    ConsumptionProbe call = Quota.take(share.calls, response);
    response.setHeader(POLICY_HEADER, policy);
    response.setHeader(
        LEFT_HEADER,
        "\"token\";r="
            + call.getRemainingTokens()
            + ";t="
            + TimeUnit.NANOSECONDS.toSeconds(call.getNanosToWaitForReset()));
    if (!call.isConsumed()) {
      throw Refused.because(
          Refusal.TOO_MANY_CALLS,
          "This token called more than %d times a minute.".formatted(quota.aMinute()));
    }
    if (!begins(share.running)) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
      throw Refused.because(
          Refusal.TOO_MANY_CALLS,
          "More than %d calls of this token ran at once for too long.".formatted(atOnce));
    }
    return new Turn(share.running);
  }

  private boolean begins(Semaphore running) {
    try {
      return running.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A JWT's subject may be in several accounts and environments. */
  private static String keyOf(Actor actor) {
    return actor.user().id() + ' ' + actor.account().value() + ' ' + actor.environment().wire();
  }
}
