package io.tierhub.persistence.tierconfigrequest;

import static io.tierhub.persistence.read.Shape.moment;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.optional;
import static io.tierhub.persistence.read.Shape.optionalOrEmpty;
import static io.tierhub.persistence.read.Shape.stamp;
import static io.tierhub.persistence.read.Shape.text;
import static io.tierhub.persistence.tierconfig.TierConfigurationShape.account;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Role;
import io.tierhub.persistence.inquiry.FormLinks;
import io.tierhub.persistence.parameter.HeldParams;
import io.tierhub.persistence.parameter.ParamsJson;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sort;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import io.tierhub.persistence.read.Tally;
import io.tierhub.persistence.tierconfig.TierConfigurationShape;
import io.tierhub.query.Field;
import io.tierhub.tierconfigrequest.TierConfigurationRequestField;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The read model of tier configuration requests (wire-format §5): the configuration is nested
 * whole, and so is that of the tier above.
 */
final class TierConfigurationRequestTable implements Table<TierConfigurationRequestField> {

  /** As the migration that made it was told. */
  private static final Tally TALLY =
      new Tally(
          "tier_configuration_request_tally",
          Set.of(
              "vendor_id",
              "distributor_id",
              "environment",
              "product_id",
              "connection_id",
              "marketplace_id",
              "tier_level",
              "type",
              "status",
              "template_id"));

  private static final Set<Field> POLLED =
      Set.of(TierConfigurationRequestField.STATUS, TierConfigurationRequestField.PRODUCT_ID);

  /** As the index {@code tier_configuration_request_pieces} has it. */
  private static final Pieces<TierConfigurationRequestField> PIECES =
      new Pieces<>(
          EnumSet.of(
              TierConfigurationRequestField.ID,
              TierConfigurationRequestField.CONFIGURATION_ID,
              TierConfigurationRequestField.ACCOUNT_ID,
              TierConfigurationRequestField.PRODUCT_ID,
              TierConfigurationRequestField.MARKETPLACE_ID),
          List.of(
              "r.id || ' ' || r.configuration_id || ' ' || r.account_id || ' ' || r.product_id || ' '"
                  + " || coalesce(r.marketplace_id, '')"));

  private static final Set<TierConfigurationRequestField> ALWAYS_THERE =
      EnumSet.of(
          TierConfigurationRequestField.ID,
          TierConfigurationRequestField.TYPE,
          TierConfigurationRequestField.STATUS,
          TierConfigurationRequestField.TIER_LEVEL,
          TierConfigurationRequestField.CREATED_AT,
          TierConfigurationRequestField.UPDATED_AT);

  private static final String JOINS =
      " left join tier_configuration c on c.id = r.configuration_id"
          + TierConfigurationShape.joins("c")
          + " left join tier_configuration p on p.id = r.parent_configuration_id"
          + TierConfigurationShape.joins("p")
          + " left join tier_account t1 on t1.id = r.account_id and r.tier_level = 1"
          + " left join tier_account t2 on t2.id = case r.tier_level when 2 then r.account_id else"
          + " r.tier2_id end";

  private final Shape shape;
  private final Many heldParams;

  TierConfigurationRequestTable(Role reader, FormLinks links) {
    boolean secrets = TierConfigurationShape.seesSecrets(reader);
    this.heldParams = HeldParams.of("r.product_id", "'tier' || r.tier_level", "r.params", secrets);
    this.shape =
        Shape.of(
            text("id", "r.id"),
            text("type", "r.type"),
            text("status", "r.status"),
            object("configuration", TierConfigurationShape.members("c", reader)),
            optional("parent_configuration", TierConfigurationShape.members("p", reader)),
            optional("previous_approved_request", text("id", "r.previous_approved_id")),
            ParamsJson.params(
                "params",
                "c_set.definitions",
                "r.params",
                String.valueOf(secrets),
                ParamsJson.Flavour.TIER,
                "array(select json_object_keys(r.params::json))"),
            optional("assignee", text("id", "r.assignee_id"), text("name", "r.assignee_name")),
            optional(
                "template",
                text("representation", "r.tile"),
                text("id", "r.template_id"),
                text("name", "r.template_name")),
            links.activation("r", reader),
            text("reason", "r.reason"),
            text("notes", "r.notes"),
            text("environment", "r.environment"),
            moment("effective_date", "r.effective_date"),
            object(
                "tiers",
                optionalOrEmpty("tier1", account("t1")),
                optionalOrEmpty("tier2", account("t2"))),
            object(
                "events",
                happened("created"),
                happened("updated"),
                happened("inquired"),
                happened("pended"),
                happened("approved")));
  }

  private static Shape.Member happened(String what) {
    return stamp(what, "r." + what + "_at", "r." + what + "_by_id", "r." + what + "_by_name");
  }

  @Override
  public Class<TierConfigurationRequestField> fields() {
    return TierConfigurationRequestField.class;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public String own() {
    return "tier_configuration_request r";
  }

  @Override
  public Tally tally() {
    return TALLY;
  }

  @Override
  public Sql joins(Actor actor) {
    return Sql.of(JOINS);
  }

  @Override
  public Sql visible(Actor actor) {
    Sql seen = TierConfigurationShape.visible(actor, "r");
    return actor.role() == Role.VENDOR ? seen.add(" and r.status <> 'draft'") : seen;
  }

  @Override
  public String column(TierConfigurationRequestField field) {
    return switch (field) {
      case ID -> "r.id";
      case TYPE -> "r.type";
      case STATUS -> "r.status";
      case ENVIRONMENT, CONNECTION_TYPE -> "r.environment";
      case CREATED_AT -> "r.created_at";
      case UPDATED_AT -> "r.updated_at";
      case ASSIGNEE_ID -> "r.assignee_id";
      case ASSIGNEE_NAME -> "r.assignee_name";
      case UNASSIGNED -> "(r.assignee_id is null)";
      case CONFIGURATION_ID -> "r.configuration_id";
      case TIER_LEVEL -> "r.tier_level";
      case ACCOUNT_ID -> "r.account_id";
      case ACCOUNT_NAME -> "c_account.name";
      case ACCOUNT_EXTERNAL_ID -> "c_account.external_id";
      case ACCOUNT_EXTERNAL_UID -> "c_account.external_uid";
      case HUB_ID -> "c_connection.hub_id";
      case HUB_NAME -> "c_hub.name";
      case PRODUCT_ID -> "r.product_id";
      case PRODUCT_NAME -> "c_product.name";
      case MARKETPLACE_ID -> "r.marketplace_id";
      case MARKETPLACE_NAME -> "c_marketplace.name";
      case CONNECTION_ID -> "r.connection_id";
      case PROVIDER_ID -> "r.distributor_id";
      case PROVIDER_NAME -> "c_distributor.name";
      case VENDOR_ID -> "r.vendor_id";
      case VENDOR_NAME -> "c_vendor.name";
      case PARENT_CONFIGURATION_ID -> "r.parent_configuration_id";
      case CONTRACT_ID -> NEVER;
      case SLI_DAYS, SLI_ZONE -> "null::bigint";
      case TEMPLATE_ID -> "r.template_id";
      case PARAM_ID -> HeldParams.NAME;
      case PARAM_VALUE -> HeldParams.VALUE;
    };
  }

  @Override
  public @Nullable Elsewhere elsewhere(TierConfigurationRequestField field) {
    return TierConfigurationShape.elsewhere(field, "r");
  }

  @Override
  public Pieces<TierConfigurationRequestField> pieces() {
    return PIECES;
  }

  @Override
  public boolean isIndexed(Set<Field> fields) {
    return fields.contains(TierConfigurationRequestField.STATUS) && POLLED.containsAll(fields);
  }

  @Override
  public @Nullable Many each(TierConfigurationRequestField field) {
    return field == TierConfigurationRequestField.PARAM_ID
            || field == TierConfigurationRequestField.PARAM_VALUE
        ? heldParams
        : null;
  }

  @Override
  public List<Sort> defaultOrder() {
    return List.of(Sort.by("r.created_at", Field.Type.MOMENT));
  }

  @Override
  public boolean mayBeNull(TierConfigurationRequestField field) {
    return !ALWAYS_THERE.contains(field);
  }

  @Override
  public String key() {
    return "r.id";
  }
}
