package io.tierhub.persistence.fulfillment;

import static io.tierhub.persistence.read.Shape.moment;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.optional;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.fulfillment.FulfillmentRequestField;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Role;
import io.tierhub.persistence.inquiry.FormLinks;
import io.tierhub.persistence.parameter.HeldParams;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sort;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import io.tierhub.persistence.read.Tally;
import io.tierhub.query.Field;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The read model of fulfillment requests (wire-format §6.1): the asset is nested whole. */
final class FulfillmentRequestTable implements Table<FulfillmentRequestField> {

  /** As the migration that made it was told. */
  private static final Tally TALLY =
      new Tally(
          "fulfillment_request_tally",
          Set.of(
              "vendor_id",
              "distributor_id",
              "environment",
              "product_id",
              "type",
              "status",
              "template_id"));

  private static final Set<Field> POLLED =
      Set.of(FulfillmentRequestField.STATUS, FulfillmentRequestField.PRODUCT_ID);

  private static final Set<FulfillmentRequestField> ALWAYS_THERE =
      EnumSet.of(
          FulfillmentRequestField.ID,
          FulfillmentRequestField.TYPE,
          FulfillmentRequestField.STATUS,
          FulfillmentRequestField.CREATED_AT,
          FulfillmentRequestField.UPDATED_AT);

  private final Shape shape;
  private final Many heldParams;

  FulfillmentRequestTable(Role reader, FormLinks links) {
    this.heldParams =
        HeldParams.of("r.product_id", "'asset'", "r.params", AssetShape.seesSecrets(reader));
    this.shape =
        Shape.of(
            text("id", "r.id"),
            text("type", "r.type"),
            text("status", "r.status"),
            text("note", "r.note"),
            text("reason", "r.reason"),
            optional("assignee", text("id", "r.assignee_id"), text("name", "r.assignee_name")),
            optional(
                "template",
                text("message", "r.tile"),
                text("id", "r.template_id"),
                text("name", "r.template_name")),
            links.formUrl("r", reader),
            links.activation("r", reader),
            moment("created", "r.created_at"),
            moment("updated", "r.updated_at"),
            moment("effective_date", "r.effective_date"),
            optional("previous_approved_request", text("id", "r.previous_approved_id")),
            object("asset", AssetShape.members("r", reader)),
            OrderedTierConfigurations.member(),
            AssetShape.marketplace());
  }

  @Override
  public Class<FulfillmentRequestField> fields() {
    return FulfillmentRequestField.class;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public String own() {
    return "fulfillment_request r";
  }

  @Override
  public Tally tally() {
    return TALLY;
  }

  @Override
  public Sql joins(Actor actor) {
    return Sql.of(
        " left join asset a on a.id = r.asset_id"
            + AssetShape.JOINS
            + OrderedTierConfigurations.joins());
  }

  @Override
  public Sql visible(Actor actor) {
    return AssetShape.visible(actor, "r");
  }

  @Override
  public String column(FulfillmentRequestField field) {
    return switch (field) {
      case ID -> "r.id";
      case TYPE -> "r.type";
      case STATUS -> "r.status";
      case CREATED_AT -> "r.created_at";
      case UPDATED_AT -> "r.updated_at";
      case ASSIGNEE_ID -> "r.assignee_id";
      case ASSIGNEE_NAME -> "r.assignee_name";
      case ASSIGNEE_EMAIL -> "(select u.email from app_user u where u.id = r.assignee_id)";
      case UNASSIGNED -> "(r.assignee_id is null)";
      case TEMPLATE_ID -> "r.template_id";
      case ASSET_ID -> "r.asset_id";
      case ASSET_STATUS -> "a.status";
      case ASSET_EXTERNAL_ID -> "a.external_id";
      case ASSET_EXTERNAL_UID -> "a.external_uid";
      case PRODUCT_ID -> "r.product_id";
      case PRODUCT_NAME -> "pr.name";
      case CONNECTION_ID -> "a.connection_id";
      case CONNECTION_TYPE -> "r.environment";
      case HUB_ID -> "c.hub_id";
      case HUB_NAME -> "h.name";
      case PROVIDER_ID -> "r.distributor_id";
      case PROVIDER_NAME -> "di.name";
      case VENDOR_ID -> "r.vendor_id";
      case VENDOR_NAME -> "ve.name";
      case MARKETPLACE_ID -> "a.marketplace_id";
      case MARKETPLACE_NAME -> "m.name";
      case CONTRACT_ID -> NEVER;
      case SLI_DAYS, SLI_ZONE -> "null::bigint";
      case CUSTOMER_ID -> "a.customer_id";
      case CUSTOMER_NAME -> "cu.name";
      case CUSTOMER_EXTERNAL_ID -> "cu.external_id";
      case CUSTOMER_EXTERNAL_UID -> "cu.external_uid";
      case TIER1_ID -> "a.tier1_id";
      case TIER2_ID -> "a.tier2_id";
      case PARAM_ID -> HeldParams.NAME;
      case PARAM_VALUE -> HeldParams.VALUE;
    };
  }

  @Override
  public @Nullable Elsewhere elsewhere(FulfillmentRequestField field) {
    return switch (field) {
      case ASSET_STATUS -> ofAsset("status");
      case ASSET_EXTERNAL_ID -> ofAsset("external_id");
      case ASSET_EXTERNAL_UID -> ofAsset("external_uid");
      case CONNECTION_ID -> ofAsset("connection_id");
      case MARKETPLACE_ID -> ofAsset("marketplace_id");
      case CUSTOMER_ID -> ofAsset("customer_id");
      case TIER1_ID -> ofAsset("tier1_id");
      case TIER2_ID -> ofAsset("tier2_id");
      case CUSTOMER_NAME -> ofCustomer("name");
      case CUSTOMER_EXTERNAL_ID -> ofCustomer("external_id");
      case CUSTOMER_EXTERNAL_UID -> ofCustomer("external_uid");
      case HUB_ID -> beyondAsset("connection c on c.id = f.connection_id", "c.hub_id");
      case HUB_NAME ->
          beyondAsset(
              "connection c on c.id = f.connection_id join hub h on h.id = c.hub_id", "h.name");
      case MARKETPLACE_NAME -> beyondAsset("marketplace m on m.id = f.marketplace_id", "m.name");
      case PRODUCT_NAME -> Elsewhere.quickly("product", "r.product_id", "name");
      case PROVIDER_NAME -> Elsewhere.quickly("partner", "r.distributor_id", "name");
      case VENDOR_NAME -> Elsewhere.quickly("partner", "r.vendor_id", "name");
      default -> null;
    };
  }

  private static Elsewhere ofAsset(String column) {
    return Elsewhere.in("asset", "r.asset_id", column);
  }

  private static Elsewhere ofCustomer(String column) {
    return beyondAsset("tier_account t on t.id = f.customer_id", "t." + column);
  }

  private static Elsewhere beyondAsset(String joined, String column) {
    return new Elsewhere("r.asset_id", "asset f join " + joined, "f.id", column);
  }

  @Override
  public boolean isIndexed(Set<Field> fields) {
    return fields.contains(FulfillmentRequestField.STATUS) && POLLED.containsAll(fields);
  }

  @Override
  public @Nullable Many each(FulfillmentRequestField field) {
    return field == FulfillmentRequestField.PARAM_ID || field == FulfillmentRequestField.PARAM_VALUE
        ? heldParams
        : null;
  }

  @Override
  public List<Sort> defaultOrder() {
    return List.of(Sort.by("r.created_at", Field.Type.MOMENT));
  }

  @Override
  public boolean mayBeNull(FulfillmentRequestField field) {
    return !ALWAYS_THERE.contains(field);
  }

  @Override
  public String key() {
    return "r.id";
  }
}
