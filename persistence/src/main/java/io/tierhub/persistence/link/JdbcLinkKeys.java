package io.tierhub.persistence.link;

import io.tierhub.link.LinkKey;
import io.tierhub.link.LinkKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The keys are few and hardly ever change, and each page of inquiries needs one: they are read once
 * in a while, or when a link names one that is not known.
 */
@Repository
class JdbcLinkKeys implements LinkKeys {

  /** How long another copy of the server may go on with keys that were changed here. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final AtomicReference<Known> known = new AtomicReference<>(Known.nothing());

  JdbcLinkKeys(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public LinkKey newest() {
    return known().keys().getLast();
  }

  @Override
  public Optional<LinkKey> numbered(int number) {
    return known().numbered(number).or(() -> justMade(number));
  }

  @Override
  public void forget() {
    known.set(Known.nothing());
  }

  /** Another copy may have made it; a number out of thin air must not cost more than a look. */
  private Optional<LinkKey> justMade(int number) {
    return number > newest().number() ? read().numbered(number) : Optional.empty();
  }

  private Known known() {
    Known seen = known.get();
    return clock.instant().isBefore(seen.until()) ? seen : read();
  }

  /** A look that {@link #forget} overtakes is not remembered. */
  private Known read() {
    Known before = known.get();
    List<LinkKey> keys = select();
    if (keys.isEmpty()) {
      throw new IllegalStateException("there is no key for links; a migration makes the first");
    }
    Known read = new Known(keys, clock.instant().plus(FRESH));
    known.compareAndSet(before, read);
    return read;
  }

  private List<LinkKey> select() {
    return jdbc.query(
        "select number, secret, made_at from link_key order by number",
        (row, n) ->
            new LinkKey(
                row.getInt(1),
                row.getBytes(2),
                row.getObject(3, OffsetDateTime.class).toInstant()));
  }

  private record Known(List<LinkKey> keys, Instant until) {

    /** One of its own each time, so that nobody takes it for another. */
    static Known nothing() {
      return new Known(List.of(), Instant.MIN);
    }

    Optional<LinkKey> numbered(int number) {
      return keys.stream().filter(key -> key.number() == number).findFirst();
    }
  }
}
