package io.tierhub.persistence.webhook;

import static io.tierhub.persistence.read.Shape.moment;
import static io.tierhub.persistence.read.Shape.number;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import io.tierhub.webhook.DeliveryId;
import io.tierhub.webhook.WebhookId;
import io.tierhub.webhook.WebhookQueries;
import io.tierhub.webhook.WebhookSecrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** Reads webhooks and their deliveries. */
@Component
class WebhookReads implements WebhookQueries {

  private static final DeliveryTable DELIVERIES = new DeliveryTable();

  private static final Shape ATTEMPT =
      Shape.of(
          moment("at", "a.at"),
          number("duration", "a.ms"),
          text("url", "a.url"),
          text("request", "a.request"),
          number("status_code", "a.status"),
          text("answer", "a.answer"),
          text("error", "a.error"));

  private final JsonReads reads;

  WebhookReads(JsonReads reads) {
    this.reads = reads;
  }

  @Override
  public Page list(Actor actor, Query query, String api) {
    return reads.page(new WebhookTable(api), actor, query);
  }

  @Override
  public Optional<Document> get(Actor actor, WebhookId id, String api) {
    return reads.one(new WebhookTable(api), actor, id.value());
  }

  @Override
  public Document issued(Actor actor, WebhookId id, WebhookSecrets.Pair secrets, String api) {
    WebhookTable table = new WebhookTable(api);
    Sql sql =
        Sql.of("select " + table.shape().selectList() + " from ")
            .add(table.from(actor))
            .add(" where w.id = ? and ", id.value())
            .add(table.visible(actor));
    // The secrets join the JSON here: in the statement they could end up in the database's log.
    return reads
        .one(
            sql,
            (row, out) -> {
              out.writeStartObject();
              table.shape().writeMembers(row, out);
              out.writeStringProperty("jwt_secret", secrets.jwt());
              out.writeStringProperty("signing_secret", secrets.signing());
              out.writeEndObject();
            })
        .orElseThrow(() -> new IllegalStateException("just made and gone: " + id));
  }

  @Override
  public Page deliveries(Actor actor, WebhookId of, Query query) {
    return reads.page(DELIVERIES, actor, query, Sql.of("d.webhook_id = ?", of.value()));
  }

  @Override
  public Optional<Document> delivery(Actor actor, DeliveryId id) {
    Sql sql =
        Sql.of(
                "select "
                    + DeliveryTable.SHAPE.selectList()
                    + ", a.number, "
                    + ATTEMPT.selectList()
                    + " from ")
            .add(DELIVERIES.from(actor))
            .add(
                " left join webhook_attempt a on a.delivery_id = d.id where d.id = ? and ",
                id.value())
            .add(Sql.checkedOnly(DELIVERIES.visible(actor)))
            .add(" order by a.number");
    Attempts attempts = new Attempts();
    Document document =
        reads.document(out -> {
          reads.each(sql, row -> attempts.write(row, out));
          attempts.end(out);
        });
    return attempts.any ? Optional.of(document) : Optional.empty();
  }

  /** Writes a delivery with its first row, and an attempt with each. */
  private static final class Attempts {

    private static final int COLUMN = DeliveryTable.SHAPE.columnCount() + 1;

    private boolean any;

    void write(ResultSet row, JsonGenerator out) throws SQLException {
      if (!any) {
        any = true;
        out.writeStartObject();
        DeliveryTable.SHAPE.writeMembers(row, out);
        out.writeArrayPropertyStart("attempts");
      }
      if (row.getObject(COLUMN) != null) {
        out.writeStartObject();
        ATTEMPT.writeMembers(row, COLUMN + 1, out);
        out.writeEndObject();
      }
    }

    void end(JsonGenerator out) {
      if (any) {
        out.writeEndArray();
        out.writeEndObject();
      }
    }
  }
}
