package io.tierhub.persistence.feed;

import static io.tierhub.persistence.read.Shape.moment;
import static io.tierhub.persistence.read.Shape.number;
import static io.tierhub.persistence.read.Shape.optional;
import static io.tierhub.persistence.read.Shape.raw;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.feed.Feed;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Document;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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

  private final JsonReads reads;

  JdbcFeed(JsonReads reads) {
    this.reads = reads;
  }

  @Override
  public Slice after(Actor actor, long after, int limit) {
    Sql sql =
        Sql.of(
                "select "
                    + SHAPE.selectList()
                    + ", f.position from feed f where f.position > ? and ",
                after)
            .add(visible(actor))
            .add(" order by f.position limit ?", limit);
    int positionColumn = SHAPE.columnCount() + 1;
    AtomicLong last = new AtomicLong(after);
    AtomicInteger count = new AtomicInteger();
    Document events =
        reads.all(
            sql,
            (row, out) -> {
              SHAPE.write(row, out);
              last.set(row.getLong(positionColumn));
              count.incrementAndGet();
            });
    return new Slice(events, count.get(), last.get());
  }

  private static Sql visible(Actor actor) {
    Sql here = Sql.of("f.environment = ?", actor.environment().wire());
    return switch (actor.role()) {
      case OPS -> here;
      case DISTRIBUTOR -> here.add(" and f.owner_id = ?", actor.account().value());
      case VENDOR ->
          here.add(
              " and (f.vendor_id = ? or f.owner_id = ?)",
              actor.account().value(),
              actor.account().value());
    };
  }
}
