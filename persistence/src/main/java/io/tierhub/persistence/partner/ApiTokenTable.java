package io.tierhub.persistence.partner;

import static io.tierhub.persistence.read.Shape.moment;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.stamp;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.kernel.Actor;
import io.tierhub.partner.ApiTokenField;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import java.time.Instant;

/**
 * The read model of tokens at one moment. While a renewed token has two secrets, {@code
 * expiration_date} is the old one's end and {@code renewed_expiration_date} the new one's.
 */
final class ApiTokenTable implements Table<ApiTokenField> {

  private static final String STATUS =
      "case when t.status = 'active' and t.expires_at <= now.at then 'expired' else t.status end";
  static final String OVERLAPS = "t.previous_secret_expires_at > now.at";
  private static final String EXPIRATION =
      "case when " + OVERLAPS + " then t.previous_secret_expires_at else t.expires_at end";
  private static final String RENEWED_EXPIRATION =
      "case when " + OVERLAPS + " then t.expires_at end";

  private static final Shape SHAPE =
      Shape.of(
          text("id", "t.id"),
          text("name", "t.name"),
          text("description", "t.description"),
          text("external_id", "t.external_id"),
          object("owner", text("id", "o.id"), text("name", "o.name"), text("icon", "o.icon")),
          text("status", STATUS),
          text("environment", "t.environment"),
          text("handle", "t.id"),
          moment("expiration_date", EXPIRATION),
          moment("renewed_expiration_date", RENEWED_EXPIRATION),
          object(
              "events",
              stamp("created", "t.created_at", "t.created_by_id", "t.created_by_name"),
              stamp("updated", "t.updated_at", "t.updated_by_id", "t.updated_by_name")));

  private final Instant now;

  ApiTokenTable(Instant now) {
    this.now = now;
  }

  @Override
  public Class<ApiTokenField> fields() {
    return ApiTokenField.class;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public Sql from(Actor actor) {
    return Sql.of(
        "api_token t join partner o on o.id = t.partner_id"
            + " cross join (select cast(? as timestamptz) as at) now",
        now);
  }

  @Override
  public Sql visible(Actor actor) {
    return Sql.of(
        "t.partner_id = ? and t.environment = ? and t.status <> 'deleted'",
        actor.account().value(),
        actor.environment().wire());
  }

  @Override
  public String column(ApiTokenField field) {
    return switch (field) {
      case ID -> "t.id";
      case NAME -> "t.name";
      case EXTERNAL_ID -> "t.external_id";
      case STATUS -> "(" + STATUS + ")";
      case EXPIRATION_DATE -> "(" + EXPIRATION + ")";
      case CREATED_AT -> "t.created_at";
      case CREATED_BY -> "t.created_by_id";
      case CREATED_BY_NAME -> "t.created_by_name";
    };
  }

  @Override
  public String key() {
    return "t.id";
  }
}
