package io.tierhub.persistence.link;

import io.tierhub.link.LinkKey;
import io.tierhub.link.LinkKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The keys are few and hardly ever change, and each page of inquiries needs one: they are read once
 * in a while, or when a link names one that is not known. The first is made when it is needed.
 */
@Repository
class JdbcLinkKeys implements LinkKeys {

  /** How long another copy of the server may go on sealing with a key that is not the newest. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private volatile @Nullable Known known;

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

  /** Another copy may have made it; a number out of thin air must not cost more than a look. */
  private Optional<LinkKey> justMade(int number) {
    return number == newest().number() + 1 ? read().numbered(number) : Optional.empty();
  }

  private Known known() {
    Known seen = known;
    return seen != null && clock.instant().isBefore(seen.until()) ? seen : read();
  }

  private Known read() {
    List<LinkKey> keys = select();
    if (keys.isEmpty()) {
      add(LinkKey.draw(1, clock.instant()));
      keys = select();
    }
    Known read = new Known(keys, clock.instant().plus(FRESH));
    known = read;
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

  /** If two make the same one, one of them is kept. */
  private void add(LinkKey key) {
    jdbc.update(
        "insert into link_key (number, secret, made_at) values (?, ?, ?) on conflict do nothing",
        key.number(),
        key.secret(),
        key.made().atOffset(ZoneOffset.UTC));
  }

  private record Known(List<LinkKey> keys, Instant until) {
    Optional<LinkKey> numbered(int number) {
      return keys.stream().filter(key -> key.number() == number).findFirst();
    }
  }
}
