package io.tierhub.persistence.feed;

import io.tierhub.feed.FeedRetention;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Takes events off the old end of the feed. Ends before the first one that is to stay, whatever
 * clock gave the times, and moves the mark in the same statement: no reader sees a gap.
 */
@Component
class JdbcFeedRetention implements FeedRetention {

  private static final String FORGET =
      """
      with oldest as (
        select position, at from feed order by position limit ?
      ), gone as (
        delete from feed
        where position in (select position from oldest
                           where position < coalesce((select min(position) from oldest
                                                      where at >= ?), 9223372036854775807))
        returning position
      )
      update feed_sequencer set retained_from = (select max(position) + 1 from gone)
      where exists (select 1 from gone)
      returning (select count(*) from gone)
      """;

  private final JdbcTemplate jdbc;

  JdbcFeedRetention(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public int forget(Instant before) {
    return jdbc
        .query(FORGET, (row, n) -> row.getInt(1), BATCH, before.atOffset(ZoneOffset.UTC))
        .stream()
        .findFirst()
        .orElse(0);
  }
}
