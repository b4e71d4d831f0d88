package io.tierhub.persistence.catalog;

import static io.tierhub.persistence.read.Shape.moment;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.stamp;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.catalog.ConnectionField;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;

/** The read model of connections. */
final class ConnectionTable implements Table<ConnectionField> {

  private static final Shape SHAPE =
      Shape.of(
          text("id", "c.id"),
          text("type", "c.type"),
          text("status", "c.status"),
          object("product", text("id", "p.id"), text("name", "p.name"), text("icon", "p.icon")),
          object("provider", text("id", "d.id"), text("name", "d.name"), text("icon", "d.icon")),
          object("vendor", text("id", "v.id"), text("name", "v.name"), text("icon", "v.icon")),
          object(
              "hub",
              text("id", "h.id"),
              text("name", "h.name"),
              object(
                  "instance", text("id", "h.instance_id"), text("type", "upper(h.instance_type)"))),
          moment("created_at", "c.created_at"),
          object(
              "events",
              stamp("created", "c.created_at", "c.created_by_id", "c.created_by_name"),
              stamp("updated", "c.updated_at", "c.updated_by_id", "c.updated_by_name")));

  @Override
  public Class<ConnectionField> fields() {
    return ConnectionField.class;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public Sql from(Actor actor) {
    return Sql.of(
        "connection c join product p on p.id = c.product_id join partner d on d.id ="
            + " c.distributor_id join partner v on v.id = c.vendor_id join hub h on h.id ="
            + " c.hub_id");
  }

  @Override
  public Sql visible(Actor actor) {
    return CatalogVisibility.connection(actor, "c");
  }

  @Override
  public String column(ConnectionField field) {
    return switch (field) {
      case ID -> "c.id";
      case TYPE -> "c.type";
      case STATUS -> "c.status";
      case PRODUCT_ID -> "c.product_id";
      case PRODUCT_NAME -> "p.name";
      case HUB_ID -> "c.hub_id";
      case HUB_NAME -> "h.name";
      case HUB_INSTANCE_ID -> "h.instance_id";
      case PROVIDER_ID -> "c.distributor_id";
      case PROVIDER_NAME -> "d.name";
      case VENDOR_ID -> "c.vendor_id";
      case VENDOR_NAME -> "v.name";
      case CREATED_AT -> "c.created_at";
    };
  }

  @Override
  public String key() {
    return "c.id";
  }
}
