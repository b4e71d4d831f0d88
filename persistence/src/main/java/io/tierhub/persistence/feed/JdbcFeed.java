package io.tierhub.persistence.feed;

import static io.tierhub.persistence.read.Shape.moment;
import static io.tierhub.persistence.read.Shape.number;
import static io.tierhub.persistence.read.Shape.optional;
import static io.tierhub.persistence.read.Shape.raw;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.feed.Feed;
import io.tierhub.feed.FeedFilter;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Reads the feed as CloudEvents; our own attributes are extensions of that format. */
@Component
class JdbcFeed implements Feed {

  private static final Shape SHAPE =
      Shape.of(
          text("specversion", "'1.0'"),
          text("id", "f.event_id::text"),
          text("source", "'/public/v1'"),
          text("type", "'io.tierhub.' || f.type"),
          text("subject", "f.subject"),
          moment("time", "f.at"),
          text("datacontenttype", "'application/json'"),
          number("position", "f.position"),
          text("environment", "f.environment"),
          text("owner", "f.owner_id"),
          text("vendor", "f.vendor_id"),
          text("product", "f.product_id"),
          text("traceid", "f.trace"),
          optional("by", text("id", "f.by_id"), text("name", "f.by_name")),
          raw("data", "f.data"));

  private static final int COLUMNS = SHAPE.columnCount();

  private final JsonReads reads;

  JdbcFeed(JsonReads reads) {
    this.reads = reads;
  }

  /** In one statement, so that what is found and how far was looked are of one moment. */
  @Override
  public Slice after(Actor actor, FeedFilter filter, long after, int limit) {
    Sql sql =
        Sql.of(
                "select "
                    + SHAPE.selectList()
                    + ", f.position, f.type, s.retained_from, s.last_position")
            .add(" from feed_sequencer s left join (select feed.* from feed where position in (")
            .add(Seen.positions(actor, filter, after, limit))
            .add(")) f on true order by f.position");
    List<Told> events = new ArrayList<>();
    AtomicReference<Extent> extent = new AtomicReference<>(new Extent(1, 0));
    reads.eachPlannedOnce(
        sql,
        row -> {
          extent.set(new Extent(row.getLong(COLUMNS + 3), row.getLong(COLUMNS + 4)));
          long position = row.getLong(COLUMNS + 1);
          if (!row.wasNull()) {
            Document event = JsonReads.document(row, SHAPE::write);
            events.add(new Told(position, row.getString(COLUMNS + 2), event));
          }
        });
    return new Slice(events, reached(events, after, limit, extent.get()), extent.get());
  }

  private static long reached(List<Told> events, long after, int limit, Extent extent) {
    if (events.size() < limit) {
      return Math.max(after, extent.latest());
    }
    return events.isEmpty() ? after : events.getLast().position();
  }

  @Override
  public Extent extent() {
    AtomicReference<Extent> extent = new AtomicReference<>(new Extent(1, 0));
    reads.eachPlannedOnce(
        Sql.of("select retained_from, last_position from feed_sequencer"),
        row -> extent.set(new Extent(row.getLong(1), row.getLong(2))));
    return extent.get();
  }
}
