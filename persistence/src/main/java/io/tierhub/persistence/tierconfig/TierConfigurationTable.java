package io.tierhub.persistence.tierconfig;

import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.optionalOrEmpty;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Role;
import io.tierhub.persistence.parameter.HeldParams;
import io.tierhub.persistence.read.ByReader;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import io.tierhub.tierconfig.TierConfigurationField;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The read model of tier configurations (wire-format §4). */
final class TierConfigurationTable implements Table<TierConfigurationField> {

  private static final Set<TierConfigurationField> ALWAYS_THERE =
      EnumSet.of(
          TierConfigurationField.ID,
          TierConfigurationField.STATUS,
          TierConfigurationField.TIER_LEVEL,
          TierConfigurationField.CREATED_AT,
          TierConfigurationField.UPDATED_AT);

  private static final String TIERS =
      " left join tier_configuration_request last on last.id = coalesce(c.open_request_id,"
          + " c.last_approved_id) left join tier_account t1 on t1.id = c.account_id and c.tier_level ="
          + " 1 left join tier_account t2 on t2.id = case c.tier_level when 2 then c.account_id else"
          + " last.tier2_id end";

  private static final ByReader<TierConfigurationTable> TABLES =
      new ByReader<>(reader -> table(reader, false));
  private static final ByReader<TierConfigurationTable> WITH_TIERS =
      new ByReader<>(reader -> table(reader, true));

  /** A draft is its distributor's alone, and so is what nothing but drafts have begun. */
  private static final String MORE_THAN_DRAFTED =
      "(c.status = 'active' or c.open_request_id is not null or exists (select 1 from"
          + " tier_configuration_request r where r.configuration_id = c.id and r.status <> 'draft'))";

  private final Shape shape;
  private final String joins;
  private final Many heldParams;

  private TierConfigurationTable(Shape shape, String joins, boolean secrets) {
    this.shape = shape;
    this.joins = joins;
    this.heldParams = HeldParams.of("c.product_id", "'tier' || c.tier_level", "c.params", secrets);
  }

  private static TierConfigurationTable table(Role reader, boolean tiers) {
    Shape shape = Shape.of(TierConfigurationShape.members("c", reader));
    String joins = TierConfigurationShape.joins("c");
    boolean secrets = TierConfigurationShape.seesSecrets(reader);
    return tiers
        ? new TierConfigurationTable(
            shape.and(
                object(
                    "tiers",
                    optionalOrEmpty("tier1", TierConfigurationShape.account("t1")),
                    optionalOrEmpty("tier2", TierConfigurationShape.account("t2")))),
            joins + TIERS,
            secrets)
        : new TierConfigurationTable(shape, joins, secrets);
  }

  static TierConfigurationTable of(Actor actor) {
    return TABLES.of(actor);
  }

  /** With the accounts of the tiers, which lists do not show. */
  static TierConfigurationTable withTiers(Actor actor) {
    return WITH_TIERS.of(actor);
  }

  @Override
  public Class<TierConfigurationField> fields() {
    return TierConfigurationField.class;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public String own() {
    return "tier_configuration c";
  }

  @Override
  public Sql joins(Actor actor) {
    return Sql.of(joins);
  }

  @Override
  public Sql visible(Actor actor) {
    Sql seen = TierConfigurationShape.visible(actor, "c");
    return actor.role() == Role.VENDOR ? seen.add(" and " + MORE_THAN_DRAFTED) : seen;
  }

  @Override
  public String column(TierConfigurationField field) {
    return switch (field) {
      case ID -> "c.id";
      case STATUS -> "c.status";
      case TIER_LEVEL -> "c.tier_level";
      case ACCOUNT_ID -> "c.account_id";
      case ACCOUNT_NAME -> "c_account.name";
      case ACCOUNT_EXTERNAL_ID -> "c_account.external_id";
      case ACCOUNT_EXTERNAL_UID -> "c_account.external_uid";
      case PRODUCT_ID -> "c.product_id";
      case PRODUCT_NAME -> "c_product.name";
      case MARKETPLACE_ID -> "c.marketplace_id";
      case MARKETPLACE_NAME -> "c_marketplace.name";
      case CONNECTION_ID -> "c.connection_id";
      case CONNECTION_TYPE -> "c.environment";
      case HUB_ID -> "c_connection.hub_id";
      case HUB_NAME -> "c_hub.name";
      case PROVIDER_ID -> "c.distributor_id";
      case PROVIDER_NAME -> "c_distributor.name";
      case VENDOR_ID -> "c.vendor_id";
      case VENDOR_NAME -> "c_vendor.name";
      case OPEN_REQUEST_ID -> "c.open_request_id";
      case PRODUCT_VERSION_TYPE -> "'public'::text";
      case CONTRACT_ID -> NEVER;
      case TEMPLATE_ID -> "c.template_id";
      case CREATED_AT -> "c.created_at";
      case UPDATED_AT -> "c.updated_at";
      case PARAM_ID -> HeldParams.NAME;
      case PARAM_VALUE -> HeldParams.VALUE;
    };
  }

  @Override
  public @Nullable Elsewhere elsewhere(TierConfigurationField field) {
    return TierConfigurationShape.elsewhere(field, "c");
  }

  @Override
  public @Nullable Many each(TierConfigurationField field) {
    return field == TierConfigurationField.PARAM_ID || field == TierConfigurationField.PARAM_VALUE
        ? heldParams
        : null;
  }

  @Override
  public boolean mayBeNull(TierConfigurationField field) {
    return !ALWAYS_THERE.contains(field);
  }

  @Override
  public String key() {
    return "c.id";
  }
}
