package io.tierhub.persistence.feed;

import static io.tierhub.persistence.read.Shape.moment;
import static io.tierhub.persistence.read.Shape.number;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.feed.FeedConsumers;
import io.tierhub.feed.FeedFilter;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Document;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class JdbcFeedConsumers implements FeedConsumers {

  /**
   * Whoever is farther behind than that hears so; to count them all would take as long as to read.
   */
  private static final int COUNTED_BEHIND = 10_000;

  private static final Shape SHAPE =
      Shape.of(
          text("name", "c.name"),
          number("position", "c.position"),
          moment("committed_at", "c.committed_at"));

  private static final Shape WITH_LAG =
      SHAPE.and(
          number("latest", "s.last_position"),
          number("retained_from", "s.retained_from"),
          number("behind", "lag.behind"),
          moment("oldest_unread", "lag.oldest"));

  private static final String OF_ACTOR = "c.account_id = ? and c.environment = ?";

  private final JsonReads reads;
  private final JdbcTemplate jdbc;

  JdbcFeedConsumers(JsonReads reads, JdbcTemplate jdbc) {
    this.reads = reads;
    this.jdbc = jdbc;
  }

  @Override
  public Document list(Actor actor) {
    return reads.all(
        Sql.of("select " + SHAPE.selectList())
            .add(" from feed_consumer c where ")
            .add(ofActor(actor))
            .add(" order by c.name"),
        SHAPE::write);
  }

  /** How far behind is told by the same statement that reads the feed for the actor. */
  @Override
  public Optional<Document> get(Actor actor, String name) {
    OptionalLong position = position(actor, name);
    if (position.isEmpty()) {
      return Optional.empty();
    }
    return reads.one(
        Sql.of("select " + WITH_LAG.selectList() + " from feed_consumer c, feed_sequencer s,")
            .add(
                " (select count(*) as behind, (select at from feed where position = min(unread.position)) as oldest from (")
            .add(Seen.positions(actor, FeedFilter.ALL, position.getAsLong(), COUNTED_BEHIND))
            .add(") unread) lag where ")
            .add(ofActor(actor))
            .add(" and c.name = ?", name),
        WITH_LAG::write);
  }

  @Override
  public OptionalLong position(Actor actor, String name) {
    return jdbc
        .query(
            "select position from feed_consumer c where " + OF_ACTOR + " and c.name = ?",
            (row, n) -> row.getLong(1),
            actor.account().value(),
            actor.environment().wire(),
            name)
        .stream()
        .flatMapToLong(LongStream::of)
        .findFirst();
  }

  @Override
  public void commit(Actor actor, String name, long position, Instant at) {
    jdbc.update(
        "insert into feed_consumer (account_id, environment, name, position, committed_at)"
            + " values (?, ?, ?, ?, ?) on conflict on constraint feed_consumer_pk"
            + " do update set position = excluded.position, committed_at = excluded.committed_at",
        actor.account().value(),
        actor.environment().wire(),
        name,
        position,
        at.atOffset(ZoneOffset.UTC));
  }

  @Override
  public boolean delete(Actor actor, String name) {
    return jdbc.update(
            "delete from feed_consumer c where " + OF_ACTOR + " and c.name = ?",
            actor.account().value(),
            actor.environment().wire(),
            name)
        > 0;
  }

  @Override
  public int count(Actor actor) {
    Integer count =
        jdbc.queryForObject(
            "select count(*) from feed_consumer c where " + OF_ACTOR,
            Integer.class,
            actor.account().value(),
            actor.environment().wire());
    return count == null ? 0 : count;
  }

  private static Sql ofActor(Actor actor) {
    return Sql.of(OF_ACTOR, actor.account().value(), actor.environment().wire());
  }
}
