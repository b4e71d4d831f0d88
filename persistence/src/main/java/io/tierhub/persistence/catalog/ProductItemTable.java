package io.tierhub.persistence.catalog;

import static io.tierhub.persistence.read.Shape.number;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.catalog.ProductItemField;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sort;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import io.tierhub.query.Field;
import java.util.List;

/** The read model of products' items: who sees the product sees them. */
final class ProductItemTable implements Table<ProductItemField> {

  private static final Shape SHAPE =
      Shape.of(
          text("id", "i.id"),
          text("name", "i.name"),
          text("mpn", "i.mpn"),
          text("type", "i.item_type"),
          text("period", "i.period"),
          object("unit", text("id", "i.unit"), text("title", "i.unit")),
          number("position", "i.position"));

  @Override
  public Class<ProductItemField> fields() {
    return ProductItemField.class;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public Sql from(Actor actor) {
    return Sql.of("product_item i join product p on p.id = i.product_id");
  }

  @Override
  public Sql visible(Actor actor) {
    return CatalogVisibility.product(actor, "p");
  }

  @Override
  public String column(ProductItemField field) {
    return switch (field) {
      case ID -> "i.id";
      case NAME -> "i.name";
      case MPN -> "i.mpn";
      case TYPE -> "i.item_type";
      case PERIOD -> "i.period";
      case UNIT_ID -> "i.unit";
      case POSITION -> "i.position";
    };
  }

  @Override
  public List<Sort> defaultOrder() {
    return List.of(Sort.by("i.position", Field.Type.WHOLE_NUMBER));
  }

  @Override
  public String key() {
    return "i.id";
  }
}
