package io.tierhub.persistence.partner;

import static io.tierhub.persistence.read.Shape.moment;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.text;
import static io.tierhub.persistence.read.Shape.truth;

import io.tierhub.kernel.Actor;
import io.tierhub.partner.UserField;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;

/** The read model of partners' users. */
final class UserTable implements Table<UserField> {

  private static final Shape SHAPE =
      Shape.of(
          text("id", "u.id"),
          text("name", "u.name"),
          text("email", "u.email"),
          truth("active", "true"),
          object("events", object("created", moment("at", "u.created_at"))));

  @Override
  public Class<UserField> fields() {
    return UserField.class;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public Sql from(Actor actor) {
    return Sql.of("app_user u join partner p on p.id = u.partner_id");
  }

  @Override
  public Sql visible(Actor actor) {
    return PartnerVisibility.partner(actor, "p");
  }

  @Override
  public String column(UserField field) {
    return switch (field) {
      case ID -> "u.id";
      case NAME -> "u.name";
      case EMAIL -> "u.email";
      case CREATED_AT -> "u.created_at";
    };
  }

  @Override
  public String key() {
    return "u.id";
  }
}
