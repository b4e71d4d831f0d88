package io.tierhub.persistence.account;

import static io.tierhub.persistence.read.Shape.number;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.optional;
import static io.tierhub.persistence.read.Shape.raw;
import static io.tierhub.persistence.read.Shape.stamp;
import static io.tierhub.persistence.read.Shape.text;
import static io.tierhub.persistence.read.Shape.words;

import io.tierhub.account.TierAccountField;
import io.tierhub.kernel.Actor;
import io.tierhub.partner.HubId;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import java.util.List;

/** The read model of tier accounts in their current state (wire-format §2.1). */
class TierAccountTable implements Table<TierAccountField> {

  static final List<String> SCOPES = List.of("customer", "tier1", "tier2");

  private static final Shape SHAPE =
      shape("a.number", "a", "p.id", "p.name", "p.external_id", true);

  /**
   * The wire's shape of an account.
   *
   * @param number the column of the version's number
   * @param state the alias of the row that holds what can change
   * @param current whether {@code state} is the account itself and not one of its versions
   */
  static Shape shape(
      String number,
      String state,
      String parentId,
      String parentName,
      String parentExternalId,
      boolean current) {
    String at = current ? "a.updated_at" : state + ".valid_from";
    String byId = current ? "a.updated_by_id" : state + ".changed_by_id";
    String byName = current ? "a.updated_by_name" : state + ".changed_by_name";
    return Shape.of(
        text("id", "a.id"),
        number("version", number),
        text("name", state + ".name"),
        text("type", state + ".type"),
        text("external_id", state + ".external_id"),
        text("external_uid", state + ".external_uid"),
        optional(
            "parent",
            text("id", parentId),
            text("name", parentName),
            text("external_id", parentExternalId)),
        object("owner", text("id", "o.id"), text("name", "o.name"), text("icon", "o.icon")),
        words("scopes", "a.scopes", SCOPES),
        object(
            "hub",
            text("id", "coalesce(h.id, '" + HubId.NONE + "')"),
            text("name", "coalesce(h.name, 'None')")),
        text("tax_id", state + ".tax_id"),
        object(
            "events",
            stamp("created", "a.created_at", "a.created_by_id", "a.created_by_name"),
            stamp("updated", at, byId, byName),
            stamp(
                "decommissioned",
                "a.decommissioned_at",
                "a.decommissioned_by_id",
                "a.decommissioned_by_name")),
        text("environment", "a.environment"),
        raw("contact_info", state + ".contact_info"));
  }

  @Override
  public Class<TierAccountField> fields() {
    return TierAccountField.class;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public Sql from(Actor actor) {
    return Sql.of("tier_account a ").add(joins(actor));
  }

  final Sql joins(Actor actor) {
    return Sql.of(
            "join partner o on o.id = a.owner_id left join hub h on h.id = a.hub_id"
                + " left join tier_account p on p.id = a.parent_id and ")
        .add(AccountVisibility.living(actor, "p"))
        .add(" left join tier_account g on g.id = p.parent_id and ")
        .add(AccountVisibility.living(actor, "g"));
  }

  @Override
  public Sql visible(Actor actor) {
    return AccountVisibility.living(actor, "a");
  }

  @Override
  public String column(TierAccountField field) {
    return switch (field) {
      case ID -> "a.id";
      case NAME -> "a.name";
      case TYPE -> "a.type";
      case EXTERNAL_ID -> "a.external_id";
      case EXTERNAL_UID -> "a.external_uid";
      case SCOPES -> "a.scopes";
      case HUB_ID -> "a.hub_id";
      case HUB_NAME -> "h.name";
      case PARENT_ID -> "p.id";
      case PARENT_NAME -> "p.name";
      case PARENT_PARENT_ID -> "g.id";
      case OWNER_ID -> "a.owner_id";
      case OWNER_NAME -> "o.name";
      case ENVIRONMENT -> "a.environment";
      case TAX_ID -> "a.tax_id";
      case VERSION -> "a.number";
      case CREATED_AT -> "a.created_at";
      case CREATED_BY -> "a.created_by_id";
      case UPDATED_AT -> "a.updated_at";
      case UPDATED_BY -> "a.updated_by_id";
      case EMAIL -> "a.email";
    };
  }

  @Override
  public Sql hasWord(TierAccountField field, String word) {
    int bit = SCOPES.indexOf(word);
    return bit < 0 ? Sql.of("false") : Sql.of("(a.scopes & ?) <> 0", 1 << bit);
  }

  @Override
  public String defaultOrder() {
    return "a.id";
  }

  @Override
  public String key() {
    return "a.id";
  }
}
