package io.tierhub.web.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
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

  private final Quota quota;
  private final Cache<String, Bucket> callers =
      Caffeine.newBuilder()
          .maximumSize(MOST_CALLERS)
          .expireAfterAccess(Duration.ofMinutes(2))
          .build();

  CallRate(@Value("${tierhub.pages.calls-per-minute:120}") int aMinute) {
    quota = Quota.aMinute(aMinute, "tierhub.pages.calls-per-minute");
  }

  /**
   * Counts the call. One that is too many is told when to come again, in {@code Retry-After}; the
   * rest of the answer is the door's.
   */
  public boolean permits(HttpServletRequest request, HttpServletResponse response) {
    request.setAttribute(UNLOGGED, true);
    Bucket calls = callers.get(request.getRemoteAddr(), _ -> quota.full());
    return Quota.take(calls, response).isConsumed();
  }
}
