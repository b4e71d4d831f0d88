package io.tierhub.persistence.parameter;

import static io.tierhub.persistence.read.Shape.number;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.raw;
import static io.tierhub.persistence.read.Shape.stamp;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.kernel.Actor;
import io.tierhub.parameter.ParameterField;
import io.tierhub.persistence.catalog.CatalogVisibility;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sort;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import io.tierhub.query.Field;
import java.util.List;

/** The read model of parameters: who sees the product sees them. */
final class ParameterTable implements Table<ParameterField> {

  private static final Shape SHAPE =
      Shape.of(
          text("id", "a.id"),
          text("name", "a.name"),
          text("title", "a.title"),
          text("description", "coalesce(a.description, '')"),
          text("type", "a.type"),
          text("scope", "a.scope"),
          text("phase", "a.phase"),
          text("hint", "a.hint"),
          text("placeholder", "a.placeholder"),
          raw("default", "a.default_value"),
          raw("constraints", "a.constraints"),
          number("position", "a.position"),
          object(
              "events",
              stamp("created", "a.created_at", "a.created_by_id", "a.created_by_name"),
              stamp("updated", "a.updated_at", "a.updated_by_id", "a.updated_by_name")));

  @Override
  public Class<ParameterField> fields() {
    return ParameterField.class;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public Sql from(Actor actor) {
    return Sql.of("product_parameter a join product p on p.id = a.product_id");
  }

  @Override
  public Sql visible(Actor actor) {
    return CatalogVisibility.product(actor, "p");
  }

  @Override
  public String column(ParameterField field) {
    return switch (field) {
      case ID -> "a.id";
      case NAME -> "a.name";
      case TITLE -> "a.title";
      case TYPE -> "a.type";
      case PHASE -> "a.phase";
      case SCOPE -> "a.scope";
      case POSITION -> "a.position";
      case REQUIRED -> flag("required");
      case HIDDEN -> flag("hidden");
      case UNIQUE -> flag("unique");
      case RECONCILIATION -> flag("reconciliation");
      case SHARED -> "(a.constraints::jsonb ->> 'shared')";
      case CREATED_AT -> "a.created_at";
      case UPDATED_AT -> "a.updated_at";
    };
  }

  private static String flag(String name) {
    return "coalesce((a.constraints::jsonb ->> '" + name + "')::boolean, false)";
  }

  @Override
  public List<Sort> defaultOrder() {
    return List.of(Sort.by("a.position", Field.Type.WHOLE_NUMBER));
  }

  @Override
  public String key() {
    return "a.id";
  }
}
