package io.tierhub.persistence.tieraccountrequest;

import static io.tierhub.persistence.read.Shape.nullableText;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.optional;
import static io.tierhub.persistence.read.Shape.stamp;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.kernel.Actor;
import io.tierhub.persistence.account.AccountShapes;
import io.tierhub.persistence.account.AccountVisibility;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sort;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import io.tierhub.persistence.read.Tally;
import io.tierhub.query.Field;
import io.tierhub.tieraccountrequest.TierAccountRequestField;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The read model of tier account requests (wire-format §3.1). The account is the version that the
 * change made, read from the versions: nothing is copied, so nothing can differ.
 */
final class TierAccountRequestTable implements Table<TierAccountRequestField> {

  /** As the migration that made it was told. */
  private static final Tally TALLY =
      new Tally(
          "tier_account_request_tally",
          Set.of("vendor_id", "provider_id", "environment", "product_id", "status"));

  private static final Set<Field> POLLED =
      Set.of(TierAccountRequestField.STATUS, TierAccountRequestField.PRODUCT_ID);

  private static final Set<TierAccountRequestField> ALWAYS_THERE =
      EnumSet.of(
          TierAccountRequestField.ID,
          TierAccountRequestField.STATUS,
          TierAccountRequestField.CREATED_AT);

  private static final Shape SHAPE =
      Shape.of(
          text("id", "r.id"),
          text("type", "'update'"),
          text("status", "r.status"),
          AccountShapes.version("account"),
          object("vendor", text("id", "ve.id"), text("name", "ve.name"), text("icon", "ve.icon")),
          object("provider", text("id", "o.id"), text("name", "o.name"), text("icon", "o.icon")),
          object(
              "product",
              text("id", "pr.id"),
              text("name", "pr.name"),
              text("icon", "pr.icon"),
              text("status", "pr.status")),
          nullableText("reason", "r.reason"),
          optional("superseded_by", text("id", "newer.id")),
          object(
              "events",
              stamp("created", "r.created_at", "r.created_by_id", "r.created_by_name"),
              stamp("updated", "r.updated_at", "r.updated_by_id", "r.updated_by_name")));

  @Override
  public Class<TierAccountRequestField> fields() {
    return TierAccountRequestField.class;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public String own() {
    return "tier_account_request r";
  }

  @Override
  public Tally tally() {
    return TALLY;
  }

  @Override
  public Sql joins(Actor actor) {
    // All of it is there; inner joins would have PostgreSQL expect that few rows remain.
    return Sql.of(
            " left join tier_account_version v on v.account_id = r.account_id and v.number ="
                + " r.number"
                + " left join tier_account a on a.id = r.account_id"
                + " left join partner o on o.id = r.provider_id"
                + " left join partner ve on ve.id = r.vendor_id"
                + " left join product pr on pr.id = r.product_id"
                + " left join hub h on h.id = a.hub_id"
                // Only what still waits can be superseded: what was decided was decided.
                + " left join lateral (select n.id from tier_account_request n where n.account_id ="
                + " r.account_id and n.product_id = r.product_id and n.number > r.number and"
                + " r.status = 'pending' order by n.number limit 1) newer on true")
        .add(AccountVisibility.parentJoin(actor, "p", "v.parent_id"));
  }

  @Override
  public Sql visible(Actor actor) {
    Sql here = Sql.of("r.environment = ?", actor.environment().wire());
    return switch (actor.role()) {
      case OPS -> here;
      case DISTRIBUTOR -> here.add(" and r.provider_id = ?", actor.account().value());
      case VENDOR -> here.add(" and r.vendor_id = ?", actor.account().value());
    };
  }

  @Override
  public String column(TierAccountRequestField field) {
    return switch (field) {
      case ID -> "r.id";
      case TYPE -> "'update'";
      case STATUS -> "r.status";
      case PRODUCT_ID -> "r.product_id";
      case PRODUCT_NAME -> "pr.name";
      case ACCOUNT_ID -> "r.account_id";
      case ACCOUNT_NAME -> "v.name";
      case ACCOUNT_EXTERNAL_ID -> "v.external_id";
      case ACCOUNT_EXTERNAL_UID -> "v.external_uid";
      case ACCOUNT_VERSION -> "r.number";
      case ACCOUNT_TYPE -> "v.type";
      case ACCOUNT_HUB_ID -> "a.hub_id";
      case ACCOUNT_HUB_NAME -> "h.name";
      case ACCOUNT_ENVIRONMENT -> "r.environment";
      case ACCOUNT_SCOPES -> "a.scopes";
      case PROVIDER_ID -> "r.provider_id";
      case PROVIDER_NAME -> "o.name";
      case VENDOR_ID -> "r.vendor_id";
      case VENDOR_NAME -> "ve.name";
      case CREATED_AT -> "r.created_at";
      case UPDATED_AT -> "r.updated_at";
    };
  }

  @Override
  public Sql hasWord(TierAccountRequestField field, String word) {
    return AccountShapes.hasScope("a.scopes", word);
  }

  @Override
  public @Nullable Elsewhere elsewhere(TierAccountRequestField field) {
    return switch (field) {
      case ACCOUNT_NAME -> ofVersion("name");
      case ACCOUNT_EXTERNAL_ID -> ofVersion("external_id");
      case ACCOUNT_EXTERNAL_UID -> ofVersion("external_uid");
      case ACCOUNT_TYPE -> ofVersion("type");
      case ACCOUNT_HUB_ID -> Elsewhere.in("tier_account", "r.account_id", "hub_id");
      case ACCOUNT_HUB_NAME -> Elsewhere.hubName("tier_account", "r.account_id");
      case PRODUCT_NAME -> Elsewhere.quickly("product", "r.product_id", "name");
      case PROVIDER_NAME -> Elsewhere.quickly("partner", "r.provider_id", "name");
      case VENDOR_NAME -> Elsewhere.quickly("partner", "r.vendor_id", "name");
      default -> null;
    };
  }

  /** The account as it was when the request was raised. */
  private static Elsewhere ofVersion(String column) {
    return new Elsewhere(
        "(r.account_id, r.number)",
        "tier_account_version f",
        "f.account_id, f.number",
        "f." + column);
  }

  @Override
  public boolean isIndexed(Set<Field> fields) {
    return fields.contains(TierAccountRequestField.STATUS) && POLLED.containsAll(fields);
  }

  @Override
  public List<Sort> defaultOrder() {
    return List.of(Sort.by("r.created_at", Field.Type.MOMENT));
  }

  @Override
  public boolean mayBeNull(TierAccountRequestField field) {
    return !ALWAYS_THERE.contains(field);
  }

  @Override
  public String key() {
    return "r.id";
  }
}
