package io.tierhub.persistence.tierconfig;

import static io.tierhub.persistence.read.Shape.moment;
import static io.tierhub.persistence.read.Shape.number;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.optional;
import static io.tierhub.persistence.read.Shape.raw;
import static io.tierhub.persistence.read.Shape.stamp;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Role;
import io.tierhub.persistence.parameter.ConfiguredParams;
import io.tierhub.persistence.parameter.ParamsJson;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table.Elsewhere;
import io.tierhub.query.Field;
import io.tierhub.tierconfig.TierConfigurationField;
import io.tierhub.tierconfigrequest.TierConfigurationRequestField;
import org.jspecify.annotations.Nullable;

/**
 * The wire's shape of a tier configuration (wire-format §4.1), alone and within a request. The
 * account is read as it is now, even when it was decommissioned since.
 */
public final class TierConfigurationShape {

  private TierConfigurationShape() {}

  /**
   * What is joined to {@code tier_configuration}. All of it is there, but for what is optional; it
   * is joined "left" so that PostgreSQL leaves out of a count what the count does not ask for.
   *
   * @param c the configuration's alias; those of the joined tables begin with it
   */
  public static String joins(String c) {
    return (" left join tier_account {c}_account on {c}_account.id = {c}.account_id"
                + " left join product {c}_product on {c}_product.id = {c}.product_id"
                + " left join connection {c}_connection on {c}_connection.id = {c}.connection_id"
                + " left join hub {c}_hub on {c}_hub.id = {c}_connection.hub_id"
                + " left join partner {c}_vendor on {c}_vendor.id = {c}.vendor_id"
                + " left join partner {c}_distributor on {c}_distributor.id = {c}.distributor_id"
                + " left join marketplace {c}_marketplace on {c}_marketplace.id = {c}.marketplace_id"
                + " left join parameter_set {c}_set on {c}_set.product_id = {c}.product_id and"
                + " {c}_set.scope = 'tier' || {c}.tier_level"
                + " left join tier_configuration_request {c}_open on {c}_open.id = {c}.open_request_id")
            .replace("{c}", c)
        + ConfiguredParams.joins(c);
  }

  /**
   * @param c the alias that was given to {@link #joins}
   * @param reader passwords are shown to the product's vendor only
   */
  public static Shape.Member[] members(String c, Role reader) {
    return new Shape.Member[] {
      text("id", c + ".id"),
      text("name", "'Configuration of ' || " + c + ".account_id"),
      object("account", account(c + "_account")),
      object(
          "product",
          text("id", c + "_product.id"),
          text("name", c + "_product.name"),
          text("icon", c + "_product.icon"),
          text("status", c + "_product.status"),
          Shape.hidden(raw("capabilities", c + "_product.capabilities"))),
      number("tier_level", c + ".tier_level"),
      object(
          "connection",
          text("id", c + "_connection.id"),
          text("type", c + "_connection.type"),
          text("status", c + "_connection.status"),
          partner("provider", c + "_distributor"),
          partner("vendor", c + "_vendor"),
          object("hub", text("id", c + "_hub.id"), text("name", c + "_hub.name")),
          moment("created_at", c + "_connection.created_at")),
      object(
          "events",
          stamp("created", c + ".created_at", c + ".created_by_id", c + ".created_by_name"),
          stamp("updated", c + ".updated_at", c + ".updated_by_id", c + ".updated_by_name")),
      ParamsJson.params(
          "params",
          c + "_set.definitions",
          c + ".params",
          String.valueOf(seesSecrets(reader)),
          ParamsJson.Flavour.TIER),
      optional(
          "open_request",
          text("id", c + "_open.id"),
          text("type", c + "_open.type"),
          text("status", c + "_open.status")),
      optional(
          "template",
          text("representation", c + ".tile"),
          text("id", c + ".template_id"),
          text("name", c + ".template_name")),
      text("status", c + ".status"),
      ConfiguredParams.configuration(c, reader),
      optional(
          "marketplace",
          text("id", c + "_marketplace.id"),
          text("name", c + "_marketplace.name"),
          text("icon", c + "_marketplace.icon"))
    };
  }

  /** An account as configurations and their requests show it. */
  public static Shape.Member[] account(String alias) {
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

  private static Shape.Member partner(String name, String alias) {
    return object(
        name,
        text("id", alias + ".id"),
        text("name", alias + ".name"),
        text("icon", alias + ".icon"));
  }

  /** Who sees a row of that alias, which is a configuration or one of its requests. */
  public static Sql visible(Actor actor, String alias) {
    Sql here = Sql.of(alias + ".environment = ?", actor.environment().wire());
    return switch (actor.role()) {
      case OPS -> here;
      case DISTRIBUTOR ->
          here.add(" and " + alias + ".distributor_id = ?", actor.account().value());
      case VENDOR -> here.add(" and " + alias + ".vendor_id = ?", actor.account().value());
    };
  }

  /**
   * Where a property stands that is not the row's own, for filters: configurations and their
   * requests point to the same things.
   *
   * @param row the alias of the configuration, or of the request
   */
  public static @Nullable Elsewhere elsewhere(Field field, String row) {
    return switch (field) {
      case TierConfigurationField.ACCOUNT_NAME, TierConfigurationRequestField.ACCOUNT_NAME ->
          Elsewhere.quickly("tier_account", row + ".account_id", "name");
      case TierConfigurationField.ACCOUNT_EXTERNAL_ID,
          TierConfigurationRequestField.ACCOUNT_EXTERNAL_ID ->
          Elsewhere.in("tier_account", row + ".account_id", "external_id");
      case TierConfigurationField.ACCOUNT_EXTERNAL_UID,
          TierConfigurationRequestField.ACCOUNT_EXTERNAL_UID ->
          Elsewhere.in("tier_account", row + ".account_id", "external_uid");
      case TierConfigurationField.HUB_ID, TierConfigurationRequestField.HUB_ID ->
          Elsewhere.quickly("connection", row + ".connection_id", "hub_id");
      case TierConfigurationField.HUB_NAME, TierConfigurationRequestField.HUB_NAME ->
          Elsewhere.hubOfConnection(row + ".connection_id");
      case TierConfigurationField.PRODUCT_NAME, TierConfigurationRequestField.PRODUCT_NAME ->
          Elsewhere.quickly("product", row + ".product_id", "name");
      case TierConfigurationField.MARKETPLACE_NAME,
          TierConfigurationRequestField.MARKETPLACE_NAME ->
          Elsewhere.quickly("marketplace", row + ".marketplace_id", "name");
      case TierConfigurationField.PROVIDER_NAME, TierConfigurationRequestField.PROVIDER_NAME ->
          Elsewhere.quickly("partner", row + ".distributor_id", "name");
      case TierConfigurationField.VENDOR_NAME, TierConfigurationRequestField.VENDOR_NAME ->
          Elsewhere.quickly("partner", row + ".vendor_id", "name");
      default -> null;
    };
  }

  /** Whether the values of passwords are shown (design §4.15). */
  public static boolean seesSecrets(Role reader) {
    return reader == Role.VENDOR;
  }
}
