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
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often one token may call this copy of the server, told in the {@code RateLimit} headers of
 * every answer (draft-ietf-httpapi-ratelimit-headers).
 */
@Component
public class TokenRate {

  public static final String POLICY_HEADER = "RateLimit-Policy";
  public static final String LEFT_HEADER = "RateLimit";

  private static final int MOST_TOKENS = 50_000;

  private final Quota quota;
  private final String policy;
  private final Cache<String, Bucket> tokens =
      Caffeine.newBuilder()
          .maximumSize(MOST_TOKENS)
          .expireAfterAccess(Duration.ofMinutes(2))
          .build();

  TokenRate(@Value("${tierhub.tokens.calls-per-minute:12000}") int aMinute) {
    quota = Quota.aMinute(aMinute, "tierhub.tokens.calls-per-minute");
    policy = "\"token\";q=%d;w=60".formatted(aMinute);
  }

  /**
   * Counts the call.
   *
   * @throws Refused if it is one too many; {@code Retry-After} is set
   */
  public void count(Actor actor, HttpServletResponse response) {
    ConsumptionProbe call = Quota.take(tokens.get(actor.caller(), _ -> quota.full()), response);
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
  }
}
