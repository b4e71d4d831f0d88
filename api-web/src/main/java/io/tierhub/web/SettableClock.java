package io.tierhub.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The clock that everything asks: the system's, shifted. Tests and demos shift it; it goes on
 * ticking. Cut to microseconds, which is what PostgreSQL keeps, so that an answer never differs
 * from what is read later.
 */
@Component
public class SettableClock extends Clock {

  private final Clock system = Clock.systemUTC();
  private final AtomicReference<Duration> shift;

  SettableClock(@Value("${tierhub.clock.shift:PT0S}") Duration shift) {
    this.shift = new AtomicReference<>(shift);
  }

  /** From now on it is that moment, and later. */
  public void set(Instant now) {
    shift.set(Duration.between(system.instant(), now));
  }

  public void advance(Duration by) {
    shift.updateAndGet(before -> before.plus(by));
  }

  @Override
  public Instant instant() {
    return system.instant().plus(shift.get()).truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("TierHub thinks in UTC");
  }
}
