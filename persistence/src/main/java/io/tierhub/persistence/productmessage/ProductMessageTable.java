package io.tierhub.persistence.productmessage;

import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.text;
import static io.tierhub.persistence.read.Shape.truth;

import io.tierhub.kernel.Actor;
import io.tierhub.persistence.catalog.CatalogVisibility;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import io.tierhub.productmessage.ProductMessageField;

/** The read model of products' messages: who sees the product sees them. */
final class ProductMessageTable implements Table<ProductMessageField> {

  private static final Shape SHAPE =
      Shape.of(
          text("id", "m.id"),
          object(
              "product",
              text("id", "p.id"),
              text("name", "p.name"),
              text("icon", "p.icon"),
              text("status", "p.status")),
          text("external_id", "m.external_id"),
          text("value", "m.value"),
          truth("auto", "m.auto"));

  @Override
  public Class<ProductMessageField> fields() {
    return ProductMessageField.class;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public Sql from(Actor actor) {
    return Sql.of("product_message m join product p on p.id = m.product_id");
  }

  @Override
  public Sql visible(Actor actor) {
    return CatalogVisibility.product(actor, "p");
  }

  @Override
  public String column(ProductMessageField field) {
    return switch (field) {
      case ID -> "m.id";
      case EXTERNAL_ID -> "m.external_id";
      case VALUE -> "m.value";
      case AUTO -> "m.auto";
    };
  }

  @Override
  public String key() {
    return "m.id";
  }
}
