package io.tierhub.persistence.configured;

import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.optional;
import static io.tierhub.persistence.read.Shape.raw;
import static io.tierhub.persistence.read.Shape.stamp;
import static io.tierhub.persistence.read.Shape.text;

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

/** The read model of configured values (wire-format §7). */
final class ConfiguredValueTable implements Table<ConfiguredValueField> {

  static final ConfiguredValueTable SECRETS = new ConfiguredValueTable(true);
  static final ConfiguredValueTable NO_SECRETS = new ConfiguredValueTable(false);

  private static final String SHARED = "(a.constraints::json ->> 'shared')";

  private final Shape shape;
  private final String value;

  private ConfiguredValueTable(boolean secrets) {
    this.value = secrets ? "v.value" : "case when a.type <> 'password' then v.value end";
    this.shape =
        Shape.of(
            Shape.nullableText("value", value),
            raw(
                "structured_value",
                secrets
                    ? "v.held::json ->> 'structured_value'"
                    : "case when a.type <> 'password' then v.held::json ->> 'structured_value' end"),
            object(
                "parameter",
                text("id", "a.id"),
                text("name", "a.name"),
                text("title", "a.title"),
                text("type", "a.type"),
                text("scope", "a.scope"),
                text("phase", "a.phase"),
                text("hint", "a.hint"),
                text("placeholder", "a.placeholder"),
                raw("default", "a.default_value"),
                raw("constraints", "a.constraints")),
            optional("item", text("id", "i.id"), text("name", "i.name")),
            optional(
                "marketplace", text("id", "m.id"), text("name", "m.name"), text("icon", "m.icon")),
            object(
                "events",
                stamp("created", "v.created_at", "v.created_by_id", "v.created_by_name"),
                stamp("updated", "v.updated_at", "v.updated_by_id", "v.updated_by_name")));
  }

  static ConfiguredValueTable of(Actor actor) {
    return actor.role() == Role.VENDOR ? SECRETS : NO_SECRETS;
  }

  @Override
  public Class<ConfiguredValueField> fields() {
    return ConfiguredValueField.class;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public Sql from(Actor actor) {
    return Sql.of(
        "configured_value v join product p on p.id = v.product_id join product_parameter a on a.id ="
            + " v.parameter_id left join product_item i on i.id = v.item_id left join marketplace m"
            + " on m.id = v.marketplace_id");
  }

  @Override
  public Sql visible(Actor actor) {
    Sql product = CatalogVisibility.product(actor, "p");
    return actor.role() == Role.DISTRIBUTOR
        ? product.add(
            " and " + SHARED + " is not null and (v.marketplace_id is null or m.partner_id = ?)",
            actor.account().value())
        : product;
  }

  @Override
  public String column(ConfiguredValueField field) {
    return switch (field) {
      case PARAMETER_ID -> "a.id";
      case PARAMETER_NAME -> "a.name";
      case PARAMETER_TITLE -> "a.title";
      case PARAMETER_SCOPE -> "a.scope";
      case PARAMETER_REQUIRED -> "coalesce((a.constraints::json ->> 'required')::boolean, false)";
      case PARAMETER_SHARED -> SHARED;
      case ITEM_ID -> "v.item_id";
      case ITEM_NAME -> "i.name";
      case MARKETPLACE_ID -> "v.marketplace_id";
      case MARKETPLACE_NAME -> "m.name";
      case VALUE -> "(" + value + ")";
    };
  }

  @Override
  public List<Sort> defaultOrder() {
    return List.of(Sort.by("a.position", Field.Type.WHOLE_NUMBER));
  }

  @Override
  public String key() {
    return "v.key";
  }
}
