package io.tierhub.persistence.partner;

import static io.tierhub.persistence.read.Shape.number;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.raw;
import static io.tierhub.persistence.read.Shape.stamp;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.kernel.Actor;
import io.tierhub.partner.MarketplaceField;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import org.jspecify.annotations.Nullable;

/** The read model of marketplaces, with those of their hubs that the actor may see. */
final class MarketplaceTable implements Table<MarketplaceField> {

  private static final Shape SHAPE =
      Shape.of(
          text("id", "m.id"),
          text("name", "m.name"),
          text("description", "coalesce(m.description, '')"),
          object("owner", text("id", "o.id"), text("name", "o.name"), text("icon", "o.icon")),
          text("icon", "m.icon"),
          text("zone", "upper(m.zone)"),
          raw("countries", "countries.list"),
          text("currency", "m.currency"),
          raw("hubs", "outlets.list"),
          object("stats", number("hubs", "outlets.number")),
          object(
              "events",
              stamp("created", "m.created_at", "m.created_by_id", "m.created_by_name"),
              stamp("updated", "m.updated_at", "m.updated_by_id", "m.updated_by_name")));

  @Override
  public Class<MarketplaceField> fields() {
    return MarketplaceField.class;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public Sql from(Actor actor) {
    return Sql.of(
            "marketplace m join partner o on o.id = m.partner_id cross join lateral (select count(*)"
                + " as number, coalesce(json_agg(json_build_object('hub', json_build_object('id',"
                + " h.id, 'name', h.name), 'external_id', coalesce(mh.external_id, '')) order by"
                + " h.id), '[]') as list from marketplace_hub mh join hub h on h.id = mh.hub_id"
                + " where mh.marketplace_id = m.id and ")
        .add(PartnerVisibility.hub(actor, "h"))
        .add(
            ") outlets cross join lateral (select coalesce(json_agg(json_build_object('id',"
                + " mc.country_id, 'name', mc.name) order by mc.country_id), '[]') as list from"
                + " marketplace_country mc where mc.marketplace_id = m.id) countries");
  }

  @Override
  public Sql visible(Actor actor) {
    return PartnerVisibility.marketplace(actor, "m");
  }

  @Override
  public String column(MarketplaceField field) {
    return switch (field) {
      case ID -> "m.id";
      case NAME -> "m.name";
      case DESCRIPTION -> "m.description";
      case OWNER_ID -> "o.id";
      case OWNER_NAME -> "o.name";
      case ZONE -> "upper(m.zone)";
      case COUNTRY_ID -> "country ->> 'id'";
      case CURRENCY -> "m.currency";
      case HUB_ID -> "outlet -> 'hub' ->> 'id'";
      case HUB_NAME -> "outlet -> 'hub' ->> 'name'";
      case HUB_COUNT -> "outlets.number";
      case CREATED_AT -> "m.created_at";
      case UPDATED_AT -> "m.updated_at";
    };
  }

  @Override
  public @Nullable Many each(MarketplaceField field) {
    return switch (field) {
      case HUB_ID, HUB_NAME -> new Many("json_array_elements(outlets.list) outlet", false);
      case COUNTRY_ID -> new Many("json_array_elements(countries.list) country", false);
      default -> null;
    };
  }

  @Override
  public String key() {
    return "m.id";
  }
}
