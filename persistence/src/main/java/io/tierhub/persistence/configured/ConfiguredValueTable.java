package io.tierhub.persistence.configured;

import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.optional;
import static io.tierhub.persistence.read.Shape.raw;
import static io.tierhub.persistence.read.Shape.stamp;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.catalog.ProductId;
import io.tierhub.configured.ConfiguredValueField;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Role;
import io.tierhub.persistence.catalog.CatalogVisibility;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sort;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import io.tierhub.query.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The read model of what can be configured of a product (wire-format §7): a row for each place in
 * which a value can be set, and for each in which one was set, be it that no connection leads to
 * its marketplace any more.
 */
final class ConfiguredValueTable implements Table<ConfiguredValueField> {

  private static final Shape SECRETS = shape(true);
  private static final Shape NO_SECRETS = shape(false);

  private static final String OF_ITEM = "a.scope in ('item', 'item_marketplace')";
  private static final String OF_MARKETPLACE = "a.scope in ('marketplace', 'item_marketplace')";
  private static final String SHARED = "(a.constraints::json ->> 'shared')";

  private final ProductId product;
  private final boolean secrets;

  ConfiguredValueTable(Actor actor, ProductId product) {
    this.product = product;
    this.secrets = actor.role() == Role.VENDOR;
  }

  private static Shape shape(boolean secrets) {
    return Shape.of(
        text("value", told(secrets, "v.value")),
        raw("structured_value", told(secrets, "v.held::json ->> 'structured_value'")),
        object(
            "parameter",
            text("id", "a.name"),
            text("name", "a.name"),
            text("title", "a.title"),
            text("description", "coalesce(a.description, '')"),
            text("type", "a.type"),
            text("scope", "a.scope"),
            text("phase", "a.phase"),
            text("hint", "a.hint"),
            text("placeholder", "a.placeholder"),
            raw("default", "a.default_value"),
            raw("constraints", "a.constraints")),
        optional("item", text("id", "i.id"), text("name", "i.name")),
        optional("marketplace", text("id", "m.id"), text("name", "m.name"), text("icon", "m.icon")),
        object(
            "events",
            stamp("created", "v.created_at", "v.created_by_id", "v.created_by_name"),
            stamp("updated", "v.updated_at", "v.updated_by_id", "v.updated_by_name")));
  }

  private static String told(boolean secrets, String what) {
    return secrets ? what : "case when a.type <> 'password' then " + what + " end";
  }

  @Override
  public Class<ConfiguredValueField> fields() {
    return ConfiguredValueField.class;
  }

  @Override
  public Shape shape() {
    return secrets ? SECRETS : NO_SECRETS;
  }

  @Override
  public Sql from(Actor actor) {
    return Sql.of("(select a.id || '/' || coalesce(i.id, '') || '/'")
        .add(" || coalesce(s.marketplace_id, '') as key,")
        .add(" a.id as parameter_id, i.id as item_id, s.marketplace_id")
        .add(" from product_parameter a")
        .add(" left join product_item i on i.product_id = a.product_id and " + OF_ITEM)
        .add(" left join (")
        .add(ReachedMarketplaces.of(product, actor.environment()))
        .add(") s on " + OF_MARKETPLACE)
        .add(" where a.product_id = ? and a.phase = 'configuration'", product.value())
        .add(" and a.type not in ('heading', 'content')")
        .add(" and (i.id is not null or not " + OF_ITEM + ")")
        .add(" and (s.marketplace_id is not null or not " + OF_MARKETPLACE + ")")
        .add(" union select key, parameter_id, item_id, marketplace_id from configured_value")
        .add(" where product_id = ?) place", product.value())
        .add(" join product_parameter a on a.id = place.parameter_id")
        .add(" join product p on p.id = a.product_id")
        .add(" left join product_item i on i.id = place.item_id")
        .add(" left join marketplace m on m.id = place.marketplace_id")
        .add(" left join configured_value v on v.key = place.key");
  }

  @Override
  public Sql visible(Actor actor) {
    Sql seen = CatalogVisibility.product(actor, "p");
    return actor.role() == Role.DISTRIBUTOR
        ? seen.add(
            " and " + SHARED + " is not null and (m.id is null or m.partner_id = ?)",
            actor.account().value())
        : seen;
  }

  @Override
  public String column(ConfiguredValueField field) {
    return switch (field) {
      case PARAMETER_ID -> "called.id";
      case PARAMETER_NAME -> "a.name";
      case PARAMETER_TITLE -> "a.title";
      case PARAMETER_SCOPE -> "a.scope";
      case PARAMETER_REQUIRED -> "coalesce((a.constraints::json ->> 'required')::boolean, false)";
      case PARAMETER_SHARED -> SHARED;
      case ITEM_ID -> "place.item_id";
      case ITEM_NAME -> "i.name";
      case MARKETPLACE_ID -> "place.marketplace_id";
      case MARKETPLACE_NAME -> "m.name";
      case VALUE -> "(" + told(secrets, "v.value") + ")";
    };
  }

  /** The name is the wire's id; who has the other from the list of parameters finds it too. */
  @Override
  public @Nullable Many each(ConfiguredValueField field) {
    return field == ConfiguredValueField.PARAMETER_ID
        ? new Many("(values (a.name), (a.id)) called (id)", false)
        : null;
  }

  @Override
  public String orderedBy(ConfiguredValueField field) {
    return field == ConfiguredValueField.PARAMETER_ID ? "a.name" : column(field);
  }

  @Override
  public List<Sort> defaultOrder() {
    return List.of(Sort.by("a.position", Field.Type.WHOLE_NUMBER));
  }

  @Override
  public String key() {
    return "place.key";
  }
}
