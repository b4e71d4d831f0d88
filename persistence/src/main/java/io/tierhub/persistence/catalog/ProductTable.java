package io.tierhub.persistence.catalog;

import static io.tierhub.persistence.read.Shape.number;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.raw;
import static io.tierhub.persistence.read.Shape.stamp;
import static io.tierhub.persistence.read.Shape.text;
import static io.tierhub.persistence.read.Shape.truth;

import io.tierhub.catalog.ProductField;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;

/** The read model of products. There is one version of each, which is the latest. */
final class ProductTable implements Table<ProductField> {

  private static final Shape SHAPE =
      Shape.of(
          text("id", "p.id"),
          text("name", "p.name"),
          text("external_id", "p.external_id"),
          text("icon", "p.icon"),
          text("status", "p.status"),
          text("short_description", "coalesce(p.short_description, '')"),
          text("detailed_description", "coalesce(p.detailed_description, '')"),
          raw("customer_ui_settings", "p.customer_ui_settings"),
          number("version", "1"),
          truth("latest", "true"),
          object("owner", text("id", "o.id"), text("name", "o.name"), text("icon", "o.icon")),
          raw("capabilities", "p.capabilities"),
          object(
              "events",
              stamp("created", "p.created_at", "p.created_by_id", "p.created_by_name"),
              stamp("published", "p.published_at", "p.published_by_id", "p.published_by_name"),
              stamp("updated", "p.updated_at", "p.updated_by_id", "p.updated_by_name")));

  @Override
  public Class<ProductField> fields() {
    return ProductField.class;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public Sql from(Actor actor) {
    return Sql.of("product p join partner o on o.id = p.vendor_id");
  }

  @Override
  public Sql visible(Actor actor) {
    return CatalogVisibility.product(actor, "p");
  }

  @Override
  public String column(ProductField field) {
    return switch (field) {
      case ID -> "p.id";
      case NAME -> "p.name";
      case EXTERNAL_ID -> "p.external_id";
      case STATUS -> "p.status";
      case OWNER_ID -> "o.id";
      case OWNER_NAME -> "o.name";
      case TIER_SYNC -> "coalesce((p.capabilities #>> '{tiers,updates}')::boolean, false)";
      case CONFIGURATION_LEVEL -> "(p.capabilities #>> '{tiers,configs,level}')::int";
      case CREATED_AT -> "p.created_at";
      case UPDATED_AT -> "p.updated_at";
      case UPDATED_BY -> "p.updated_by_id";
      case UPDATED_BY_NAME -> "p.updated_by_name";
      case PUBLISHED_AT -> "p.published_at";
      case PUBLISHED_BY -> "p.published_by_id";
      case PUBLISHED_BY_NAME -> "p.published_by_name";
    };
  }

  @Override
  public String key() {
    return "p.id";
  }
}
