package io.tierhub.persistence.feed;

import io.tierhub.feed.Sequencer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Moves what is committed from the outbox to the feed. The lock on the one row of {@code
 * feed_sequencer} makes it one at a time; it ends with the statement, which is a transaction of its
 * own, so another copy takes over the moment this one dies.
 *
 * <p>The outbox is empty whenever PostgreSQL counts its rows, so no plan may depend on their
 * number: the oldest are read from the index and deleted where they stand. A join of the two, which
 * is fine for no rows, takes half a minute for 200,000 that one slow minute left there.
 */
@Component
class JdbcSequencer implements Sequencer {

  private static final String MOVE =
      """
      with mine as (
        select last_position from feed_sequencer for update skip locked
      ), moved as (
        delete from outbox
        where ctid = any (array(select outbox.ctid from outbox, mine order by id limit ?))
        returning *
      ), placed as (
        insert into feed (position, event_id, type, subject, owner_id, vendor_id, product_id,
                          environment, at, by_id, by_name, trace, data)
        select mine.last_position + row_number() over (order by moved.id), id, type, subject,
               owner_id, vendor_id, product_id, environment, at, by_id, by_name, trace, data
        from moved, mine
        returning position
      )
      update feed_sequencer set last_position = last_position + (select count(*) from placed)
      where exists (select 1 from placed)
      returning (select count(*) from placed), pg_notify('feed', '')
      """;

  private final JdbcTemplate jdbc;

  JdbcSequencer(SequencerConnection connection) {
    this.jdbc = new JdbcTemplate(connection.source());
  }

  @Override
  public int sequence() {
    return jdbc.query(MOVE, (row, n) -> row.getInt(1), BATCH).stream().findFirst().orElse(0);
  }
}
