package io.tierhub.persistence.partner;

import static io.tierhub.persistence.read.Shape.moment;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.kernel.Actor;
import io.tierhub.partner.PartnerField;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;

/** The read model of partners. */
final class PartnerTable implements Table<PartnerField> {

  /** The wire's older word for the role; ops has none in Connect. */
  private static final String TYPE =
      "case p.role when 'distributor' then 'provider' else p.role end";

  private static final Shape SHAPE =
      Shape.of(
          text("id", "p.id"),
          text("name", "p.name"),
          text("type", TYPE),
          text("role", "p.role"),
          text("icon", "p.icon"),
          object(
              "events",
              object("created", moment("at", "p.created_at")),
              object("updated", moment("at", "p.updated_at"))));

  @Override
  public Class<PartnerField> fields() {
    return PartnerField.class;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public Sql from(Actor actor) {
    return Sql.of("partner p");
  }

  @Override
  public Sql visible(Actor actor) {
    return PartnerVisibility.partner(actor, "p");
  }

  @Override
  public String column(PartnerField field) {
    return switch (field) {
      case ID -> "p.id";
      case NAME -> "p.name";
      case TYPE -> TYPE;
      case ROLE -> "p.role";
      case CREATED_AT -> "p.created_at";
      case UPDATED_AT -> "p.updated_at";
    };
  }

  @Override
  public String key() {
    return "p.id";
  }
}
