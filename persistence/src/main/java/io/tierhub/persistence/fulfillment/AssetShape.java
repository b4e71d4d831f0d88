package io.tierhub.persistence.fulfillment;

import static io.tierhub.persistence.read.Shape.moment;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.optional;
import static io.tierhub.persistence.read.Shape.optionalOrEmpty;
import static io.tierhub.persistence.read.Shape.raw;
import static io.tierhub.persistence.read.Shape.stamp;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Role;
import io.tierhub.persistence.parameter.ConfiguredParams;
import io.tierhub.persistence.parameter.ParamsJson;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The wire's shape of an asset (wire-format §6.1), alone and within a request. The accounts of the
 * tiers are read as they are now, even when they were decommissioned since.
 */
final class AssetShape {

  /**
   * What is joined to {@code asset a}. All of it is there; it is joined "left" so that PostgreSQL
   * leaves out of a count what the count does not ask for.
   */
  static final String JOINS =
      " left join product pr on pr.id = a.product_id"
          + " left join connection c on c.id = a.connection_id"
          + " left join hub h on h.id = c.hub_id"
          + " left join partner ve on ve.id = a.vendor_id"
          + " left join partner di on di.id = a.distributor_id"
          + " left join marketplace m on m.id = a.marketplace_id"
          + " left join tier_account cu on cu.id = a.customer_id"
          + " left join tier_account t1 on t1.id = a.tier1_id"
          + " left join tier_account t2 on t2.id = a.tier2_id"
          + " left join parameter_set ps on ps.product_id = a.product_id and ps.scope = 'asset'"
          + ConfiguredParams.joins("a");

  /** What the customer is shown came with it. */
  static final String LAST_APPROVED =
      "from fulfillment_request t where t.asset_id = a.id and t.status = 'approved'"
          + " order by t.number desc limit 1";

  private static final JsonMapper JSON = new JsonMapper();

  private AssetShape() {}

  /** What assets show only when it is asked for (wire-format §6.2). */
  static Shape.Member[] hidden() {
    String template =
        "json_build_object('id', t.template_id, 'name', t.template_name, 'message', t.tile)";
    return new Shape.Member[] {
      Shape.hidden(
          raw(
              "template",
              "(select case when t.template_id is not null then %s end %s)"
                  .formatted(template, LAST_APPROVED))),
      Shape.hidden(
          raw(
              "pending_request",
              ("(select json_strip_nulls(json_build_object('id', t.id, 'type', t.type, 'status',"
                      + " t.status, 'template', case when t.template_id is not null then %s end))"
                      + " from fulfillment_request t where t.asset_id = a.id and t.status not in"
                      + " ('approved', 'failed', 'revoked') limit 1)")
                  .formatted(template)))
    };
  }

  /**
   * @param of the alias of what has the items and the values: the asset, or the request that shows
   *     it
   * @param reader passwords are shown to the product's vendor only
   */
  static Shape.Member[] members(String of, Role reader) {
    return new Shape.Member[] {
      text("id", "a.id"),
      text("status", "a.status"),
      text("external_id", "a.external_id"),
      text("external_uid", "a.external_uid"),
      object(
          "product",
          text("id", "pr.id"),
          text("name", "pr.name"),
          text("icon", "pr.icon"),
          text("status", "pr.status")),
      object(
          "connection",
          text("id", "c.id"),
          text("type", "c.type"),
          text("status", "c.status"),
          partner("provider", "di"),
          partner("vendor", "ve"),
          object("hub", text("id", "h.id"), text("name", "h.name")),
          moment("created_at", "c.created_at")),
      object(
          "events",
          stamp("created", "a.created_at", "a.created_by_id", "a.created_by_name"),
          object("updated", moment("at", "a.updated_at"))),
      Shape.cells(
          "items",
          List.of(of + ".items", ConfiguredParams.ofItems("a", of + ".items", reader)),
          AssetShape::writeItems),
      ParamsJson.params(
          "params",
          "ps.definitions",
          of + ".params",
          String.valueOf(seesSecrets(reader)),
          ParamsJson.Flavour.ASSET),
      object(
          "tiers",
          object("customer", account("cu")),
          object("tier1", account("t1")),
          optionalOrEmpty("tier2", account("t2"))),
      ConfiguredParams.configuration("a", reader),
      marketplace()
    };
  }

  /**
   * The items as they are kept; with their configured params if any item of the product has some.
   */
  private static void writeItems(ResultSet row, int first, JsonGenerator out) throws SQLException {
    String items = row.getString(first);
    String params = row.getString(first + 1);
    if (items == null) {
      return;
    }
    out.writeName("items");
    if (params == null) {
      out.writeRawValue(items);
      return;
    }
    JsonNode byItem = JSON.readTree(params);
    JsonNode all = JSON.readTree(items);
    for (JsonNode item : all) {
      JsonNode configured = byItem.path(item.path("id").asString(""));
      if (configured.isArray()) {
        ((ObjectNode) item).set("params", configured);
      }
    }
    out.writeRawValue(all.toString());
  }

  static Shape.Member marketplace() {
    return optional(
        "marketplace", text("id", "m.id"), text("name", "m.name"), text("icon", "m.icon"));
  }

  /** Whether the values of passwords are shown (design §4.15). */
  static boolean seesSecrets(Role reader) {
    return reader == Role.VENDOR;
  }

  /** Who sees a row of that alias, which is an asset or one of its requests. */
  static Sql visible(Actor actor, String alias) {
    Sql here = Sql.of(alias + ".environment = ?", actor.environment().wire());
    return switch (actor.role()) {
      case OPS -> here;
      case DISTRIBUTOR ->
          here.add(" and " + alias + ".distributor_id = ?", actor.account().value());
      // A draft is its distributor's alone.
      case VENDOR ->
          here.add(
              " and " + alias + ".vendor_id = ? and " + alias + ".status <> 'draft'",
              actor.account().value());
    };
  }

  private static Shape.Member partner(String name, String alias) {
    return object(
        name,
        text("id", alias + ".id"),
        text("name", alias + ".name"),
        text("icon", alias + ".icon"));
  }

  private static Shape.Member[] account(String alias) {
    return new Shape.Member[] {
      text("id", alias + ".id"),
      text("name", alias + ".name"),
      text("type", alias + ".type"),
      text("external_id", alias + ".external_id"),
      text("external_uid", alias + ".external_uid"),
      text("tax_id", alias + ".tax_id"),
      raw("contact_info", alias + ".contact_info")
    };
  }
}
