package io.tierhub.persistence.webhook;

import static io.tierhub.persistence.read.Shape.moment;
import static io.tierhub.persistence.read.Shape.number;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.optional;
import static io.tierhub.persistence.read.Shape.raw;
import static io.tierhub.persistence.read.Shape.text;
import static io.tierhub.persistence.read.Shape.truth;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Role;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import io.tierhub.webhook.WebhookField;

/** The read model of webhooks, with how their calls go. */
final class WebhookTable implements Table<WebhookField> {

  private static final Shape SHAPE =
      Shape.of(
          text("id", "w.id"),
          text("type", "w.type"),
          text("object_class", "w.object_class"),
          text("label", "w.label"),
          truth("active", "w.active"),
          text("external_url", "w.url"),
          text("description", "coalesce(w.description, '')"),
          text("http_method", "'POST'"),
          optional("product", text("id", "p.id"), text("name", "p.name")),
          raw("data", "w.data"),
          raw("headers", "case when w.owner_id = here.account then w.headers else '{}' end"),
          text("api_url", "here.api"),
          moment("created_at", "w.created_at"),
          optional("created_by", text("id", "w.created_by_id"), text("name", "w.created_by_name")),
          moment("modified_at", "w.updated_at"),
          optional("modified_by", text("id", "w.updated_by_id"), text("name", "w.updated_by_name")),
          object("account", text("id", "o.id"), text("name", "o.name")),
          moment("earliest_possible_trigger", "h.paused_until"),
          object(
              "stats",
              number("events", "h.deliveries"),
              number("triggers", "h.successes + h.failures"),
              number("success_triggers", "h.successes"),
              number("failure_triggers", "h.failures"),
              number("failure_since_last_success", "h.failures_in_row")),
          moment("last_event", "h.last_event_at"),
          optional(
              "last_success",
              moment("time", "h.last_success_at"),
              raw("response", "'{}'"),
              number("duration", "h.last_success_ms"),
              text("status", "'success'"),
              number("status_code", "h.last_success_status")),
          optional(
              "last_failure",
              moment("time", "h.last_failure_at"),
              raw("response", "'{}'"),
              number("duration", "h.last_failure_ms"),
              text("status", "'failure'"),
              number("status_code", "h.last_failure_status"),
              text("errors", "h.last_failure_error")));

  private final String api;

  /**
   * @param api where the API is
   */
  WebhookTable(String api) {
    this.api = api;
  }

  @Override
  public Class<WebhookField> fields() {
    return WebhookField.class;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public Sql from(Actor actor) {
    return Sql.of(
        "webhook w join webhook_health h on h.webhook_id = w.id join partner o on o.id = w.owner_id"
            + " left join product p on p.id = w.product_id cross join (select cast(? as text) as"
            + " api, cast(? as text) as account) here",
        api,
        actor.account().value());
  }

  @Override
  public Sql visible(Actor actor) {
    return visible(actor, "w");
  }

  static Sql visible(Actor actor, String alias) {
    Sql here = Sql.of(alias + ".environment = ?", actor.environment().wire());
    return actor.role() == Role.OPS
        ? here
        : here.add(" and " + alias + ".owner_id = ?", actor.account().value());
  }

  @Override
  public String column(WebhookField field) {
    return switch (field) {
      case ID -> "w.id";
      case LABEL -> "w.label";
      case DESCRIPTION -> "w.description";
      case TYPE -> "w.type";
      case OBJECT_CLASS -> "w.object_class";
      case ACTIVE -> "w.active";
      case PRODUCT_ID -> "w.product_id";
      case PRODUCT_NAME -> "p.name";
      case CREATED_AT -> "w.created_at";
    };
  }

  @Override
  public String key() {
    return "w.id";
  }
}
