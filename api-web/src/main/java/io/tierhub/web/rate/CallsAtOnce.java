package io.tierhub.web.rate;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * How many calls may be under way at once in this copy: of all tokens, because each holds some 150
 * KB until it is answered, and of one token, so that it leaves room for others. An event stream is
 * none once it has begun.
 */
@Component
public class CallsAtOnce {

  private static final String RETRY_AFTER_SECONDS = "1";

  private final int mostOfOne;
  private final int most;
  private final Semaphore room;
  private final ConcurrentMap<String, Integer> underWay = new ConcurrentHashMap<>();

  CallsAtOnce(
      @Value("${tierhub.tokens.calls-at-once:250}") int mostOfOne,
      @Value("${tierhub.calls-at-once:500}") int most) {
    if (mostOfOne < 1 || most < 1) {
      throw new IllegalArgumentException(
          "tierhub.tokens.calls-at-once and tierhub.calls-at-once must be 1 or more, not %d and %d"
              .formatted(mostOfOne, most));
    }
    this.mostOfOne = mostOfOne;
    this.most = most;
    this.room = new Semaphore(most);
  }

  /** One call, until it is closed. */
  public interface Call extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Lets the call in.
   *
   * @throws Refused if it is one too many; {@code Retry-After} is set
   */
  public Call enter(Actor actor, HttpServletResponse response) {
    String caller = actor.caller();
    if (underWay.merge(caller, 1, Integer::sum) > mostOfOne) {
      leave(caller);
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
      throw Refused.because(
          Refusal.TOO_MANY_CALLS, "%d calls of this token are under way.".formatted(mostOfOne));
    }
    if (!room.tryAcquire()) {
      leave(caller);
      throw Refused.because(
          Refusal.UNAVAILABLE,
          "%d calls are under way in this copy of the server; nothing was changed. Try again."
              .formatted(most));
    }
    return () -> {
      room.release();
      leave(caller);
    };
  }

  private void leave(String caller) {
    underWay.computeIfPresent(caller, (_, count) -> count == 1 ? null : count - 1);
  }
}
