package io.tierhub.persistence.action;

import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.stamp;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.action.ActionField;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.catalog.CatalogVisibility;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;

/** The read model of actions: who sees the product sees them. */
final class ActionTable implements Table<ActionField> {

  private static final Shape SHAPE =
      Shape.of(
          text("id", "a.id"),
          text("action", "a.local_id"),
          text("name", "a.name"),
          text("title", "a.title"),
          // The only type there is (wire-format §8.2).
          text("type", "'button'"),
          text("scope", "a.scope"),
          text("description", "a.description"),
          object(
              "events",
              stamp("created", "a.created_at", "a.created_by_id", "a.created_by_name"),
              stamp("updated", "a.updated_at", "a.updated_by_id", "a.updated_by_name")));

  @Override
  public Class<ActionField> fields() {
    return ActionField.class;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public Sql from(Actor actor) {
    return Sql.of("product_action a join product p on p.id = a.product_id");
  }

  @Override
  public Sql visible(Actor actor) {
    return CatalogVisibility.product(actor, "p");
  }

  @Override
  public String column(ActionField field) {
    return switch (field) {
      case ID -> "a.id";
      case LOCAL_ID -> "a.local_id";
      case NAME -> "a.name";
      case SCOPE -> "a.scope";
      case CREATED_AT -> "a.created_at";
      case UPDATED_AT -> "a.updated_at";
    };
  }

  @Override
  public String key() {
    return "a.id";
  }
}
