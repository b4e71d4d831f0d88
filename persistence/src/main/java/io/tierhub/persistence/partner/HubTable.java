package io.tierhub.persistence.partner;

import static io.tierhub.persistence.read.Shape.number;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.stamp;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.kernel.Actor;
import io.tierhub.partner.HubField;
import io.tierhub.persistence.catalog.CatalogVisibility;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;

/** The read model of hubs, with counts of what the actor may see. */
final class HubTable implements Table<HubField> {

  private static final Shape SHAPE =
      Shape.of(
          text("id", "h.id"),
          text("name", "h.name"),
          text("description", "coalesce(h.description, '')"),
          object("company", text("id", "o.id"), text("name", "o.name"), text("icon", "o.icon")),
          object("instance", text("id", "h.instance_id"), text("type", "upper(h.instance_type)")),
          object(
              "stats",
              number("connections", "connections.number"),
              number("marketplaces", "marketplaces.number")),
          object(
              "events",
              stamp("created", "h.created_at", "h.created_by_id", "h.created_by_name"),
              stamp("updated", "h.updated_at", "h.updated_by_id", "h.updated_by_name")));

  @Override
  public Class<HubField> fields() {
    return HubField.class;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public Sql from(Actor actor) {
    return Sql.of(
            "hub h join partner o on o.id = h.partner_id cross join lateral (select count(*) as"
                + " number from connection c where c.hub_id = h.id and ")
        .add(CatalogVisibility.connection(actor, "c"))
        .add(
            ") connections cross join lateral (select count(*) as number from marketplace_hub mh"
                + " join marketplace m on m.id = mh.marketplace_id where mh.hub_id = h.id and ")
        .add(PartnerVisibility.marketplace(actor, "m"))
        .add(") marketplaces");
  }

  @Override
  public Sql visible(Actor actor) {
    return PartnerVisibility.hub(actor, "h");
  }

  @Override
  public String column(HubField field) {
    return switch (field) {
      case ID -> "h.id";
      case NAME -> "h.name";
      case COMPANY_ID -> "o.id";
      case COMPANY_NAME -> "o.name";
      case INSTANCE_ID -> "h.instance_id";
      case INSTANCE_TYPE -> "h.instance_type";
      case CONNECTIONS -> "connections.number";
      case MARKETPLACES -> "marketplaces.number";
      case CREATED_AT -> "h.created_at";
      case UPDATED_AT -> "h.updated_at";
    };
  }

  @Override
  public String key() {
    return "h.id";
  }
}
