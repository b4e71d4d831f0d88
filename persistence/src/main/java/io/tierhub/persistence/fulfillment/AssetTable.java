package io.tierhub.persistence.fulfillment;

import io.tierhub.fulfillment.AssetField;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Role;
import io.tierhub.persistence.parameter.HeldParams;
import io.tierhub.persistence.read.ByReader;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import io.tierhub.persistence.read.Tally;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The read model of assets (wire-format §6.2). */
final class AssetTable implements Table<AssetField> {

  /** As the migration that made it was told. */
  private static final Tally TALLY =
      new Tally(
          "asset_tally",
          Set.of(
              "vendor_id",
              "distributor_id",
              "environment",
              "product_id",
              "connection_id",
              "marketplace_id",
              "status"));

  private static final Set<AssetField> ALWAYS_THERE =
      EnumSet.of(AssetField.ID, AssetField.STATUS, AssetField.CREATED_AT, AssetField.UPDATED_AT);

  private static final ByReader<AssetTable> TABLES = new ByReader<>(AssetTable::new);

  private final Shape shape;
  private final Many heldParams;

  private AssetTable(Role reader) {
    this.heldParams =
        HeldParams.of("a.product_id", "'asset'", "a.params", AssetShape.seesSecrets(reader));
    this.shape = Shape.of(AssetShape.members("a", reader)).and(AssetShape.hidden());
  }

  static AssetTable of(Actor actor) {
    return TABLES.of(actor);
  }

  @Override
  public Class<AssetField> fields() {
    return AssetField.class;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public String own() {
    return "asset a";
  }

  @Override
  public Tally tally() {
    return TALLY;
  }

  @Override
  public Sql joins(Actor actor) {
    return Sql.of(AssetShape.JOINS);
  }

  @Override
  public Sql visible(Actor actor) {
    return AssetShape.visible(actor, "a");
  }

  @Override
  public String column(AssetField field) {
    return switch (field) {
      case ID -> "a.id";
      case STATUS -> "a.status";
      case EXTERNAL_ID -> "a.external_id";
      case EXTERNAL_UID -> "a.external_uid";
      case PRODUCT_ID -> "a.product_id";
      case PRODUCT_NAME -> "pr.name";
      case CONNECTION_ID -> "a.connection_id";
      case CONNECTION_TYPE -> "a.environment";
      case HUB_ID -> "c.hub_id";
      case HUB_NAME -> "h.name";
      case PROVIDER_ID -> "a.distributor_id";
      case PROVIDER_NAME -> "di.name";
      case VENDOR_ID -> "a.vendor_id";
      case VENDOR_NAME -> "ve.name";
      case MARKETPLACE_ID -> "a.marketplace_id";
      case MARKETPLACE_NAME -> "m.name";
      case CONTRACT_ID -> NEVER;
      case CUSTOMER_ID -> "a.customer_id";
      case CUSTOMER_NAME -> "cu.name";
      case CUSTOMER_EXTERNAL_ID -> "cu.external_id";
      case CUSTOMER_EXTERNAL_UID -> "cu.external_uid";
      case TIER1_ID -> "a.tier1_id";
      case TIER2_ID -> "a.tier2_id";
      case TEMPLATE_ID -> "(select t.template_id " + AssetShape.LAST_APPROVED + ")";
      case CREATED_AT -> "a.created_at";
      case UPDATED_AT -> "a.updated_at";
      case PARAM_ID -> HeldParams.NAME;
      case PARAM_VALUE -> HeldParams.VALUE;
    };
  }

  @Override
  public @Nullable Elsewhere elsewhere(AssetField field) {
    return switch (field) {
      case PRODUCT_NAME -> Elsewhere.quickly("product", "a.product_id", "name");
      case HUB_ID -> Elsewhere.quickly("connection", "a.connection_id", "hub_id");
      case HUB_NAME -> Elsewhere.hubOfConnection("a.connection_id");
      case PROVIDER_NAME -> Elsewhere.quickly("partner", "a.distributor_id", "name");
      case VENDOR_NAME -> Elsewhere.quickly("partner", "a.vendor_id", "name");
      case MARKETPLACE_NAME -> Elsewhere.quickly("marketplace", "a.marketplace_id", "name");
      case CUSTOMER_NAME -> Elsewhere.quickly("tier_account", "a.customer_id", "name");
      case CUSTOMER_EXTERNAL_ID -> Elsewhere.in("tier_account", "a.customer_id", "external_id");
      case CUSTOMER_EXTERNAL_UID -> Elsewhere.in("tier_account", "a.customer_id", "external_uid");
      default -> null;
    };
  }

  @Override
  public @Nullable Many each(AssetField field) {
    return field == AssetField.PARAM_ID || field == AssetField.PARAM_VALUE ? heldParams : null;
  }

  @Override
  public boolean mayBeNull(AssetField field) {
    return !ALWAYS_THERE.contains(field);
  }

  @Override
  public String key() {
    return "a.id";
  }
}
