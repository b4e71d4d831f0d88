package io.tierhub.inquiry;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that somebody was asked. Its link is dead once there is a newer one.
 *
 * @param number over the inquiries of the request, from 1
 */
public record Inquiry(int number, Instant asked) {

  /** How long its link leads to the form. */
  public static final Duration LIFE = Duration.ofDays(30);

  public static Inquiry after(@Nullable Inquiry last, Instant now) {
    return new Inquiry(last == null ? 1 : last.number + 1, now);
  }

  public Instant ends() {
    return asked.plus(LIFE);
  }

  public boolean hasEnded(Instant now) {
    return !now.isBefore(ends());
  }
}
