package io.tierhub.persistence.template;

import static io.tierhub.persistence.read.Shape.number;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.stamp;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.kernel.Actor;
import io.tierhub.persistence.catalog.CatalogVisibility;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sort;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import io.tierhub.query.Field;
import io.tierhub.template.TemplateField;
import java.util.List;

/** The read model of templates: who sees the product sees them. */
final class TemplateTable implements Table<TemplateField> {

  private static final Shape SHAPE =
      Shape.of(
          text("id", "t.id"),
          text("title", "t.name"),
          text("name", "t.name"),
          text("body", "t.body"),
          text("scope", "t.scope"),
          text("type", "t.type"),
          number("position", "t.position"),
          object(
              "events",
              stamp("created", "t.created_at", "t.created_by_id", "t.created_by_name"),
              stamp("updated", "t.updated_at", "t.updated_by_id", "t.updated_by_name")));

  @Override
  public Class<TemplateField> fields() {
    return TemplateField.class;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public Sql from(Actor actor) {
    return Sql.of("product_template t join product p on p.id = t.product_id");
  }

  @Override
  public Sql visible(Actor actor) {
    return CatalogVisibility.product(actor, "p");
  }

  @Override
  public String column(TemplateField field) {
    return switch (field) {
      case ID -> "t.id";
      case NAME -> "t.name";
      case SCOPE -> "t.scope";
      case TYPE -> "t.type";
      case POSITION -> "t.position";
      case CREATED_AT -> "t.created_at";
      case UPDATED_AT -> "t.updated_at";
    };
  }

  @Override
  public List<Sort> defaultOrder() {
    return List.of(Sort.by("t.position", Field.Type.WHOLE_NUMBER));
  }

  @Override
  public String key() {
    return "t.id";
  }
}
