package io.tierhub.persistence.webhook;

import static io.tierhub.persistence.read.Shape.moment;
import static io.tierhub.persistence.read.Shape.number;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.optional;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sort;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import io.tierhub.query.Field;
import io.tierhub.webhook.DeliveryField;
import java.util.List;

/** The read model of deliveries, the latest first. */
final class DeliveryTable implements Table<DeliveryField> {

  static final Shape SHAPE =
      Shape.of(
          text("id", "d.id"),
          object("webhook", text("id", "d.webhook_id")),
          text("kind", "d.kind"),
          text("status", "d.status"),
          optional(
              "event",
              text("id", "d.event_id"),
              text("type", "d.event_type"),
              text("subject", "d.line"),
              moment("time", "d.event_at"),
              number("position", "d.event_position")),
          text("replay_of", "d.replay_of"),
          text("trace_id", "d.trace"),
          number("tries", "d.tries"),
          moment("created_at", "d.created_at"),
          moment("due_at", "d.due_at"),
          moment("finished_at", "d.finished_at"),
          number("status_code", "d.last_status"),
          text("error", "d.last_error"));

  @Override
  public Class<DeliveryField> fields() {
    return DeliveryField.class;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public Sql from(Actor actor) {
    return Sql.of("webhook_delivery d join webhook w on w.id = d.webhook_id");
  }

  @Override
  public Sql visible(Actor actor) {
    return WebhookTable.visible(actor, "w");
  }

  @Override
  public String column(DeliveryField field) {
    return switch (field) {
      case ID -> "d.id";
      case KIND -> "d.kind";
      case STATUS -> "d.status";
      case EVENT_TYPE -> "d.event_type";
      case EVENT_SUBJECT -> "case when d.event_id is not null then d.line end";
      case TRIES -> "d.tries";
      case CREATED_AT -> "d.created_at";
    };
  }

  @Override
  public List<Sort> defaultOrder() {
    return List.of(new Sort("d.number", Field.Type.WHOLE_NUMBER, true, false));
  }

  @Override
  public String key() {
    return "d.id";
  }
}
