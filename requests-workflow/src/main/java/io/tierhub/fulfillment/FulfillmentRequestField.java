package io.tierhub.fulfillment;

import static io.tierhub.query.Field.RANGES_OR_NULL;
import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;
import static io.tierhub.query.FieldSpec.truthOrNull;
import static io.tierhub.query.FieldSpec.wholeNumber;

import io.tierhub.catalog.ConnectionId;
import io.tierhub.partner.HubId;
import io.tierhub.partner.MarketplaceId;
import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import io.tierhub.tierconfig.TierConfigurationField;

/**
 * What fulfillment requests can be filtered and ordered by (wire-format §6.1), with the shorter
 * names that older clients send.
 */
public enum FulfillmentRequestField implements Field {
  ID(optionalText("id").searchable().orderable()),
  TYPE(choice("type", FieldWords.REQUEST_TYPES).orderable()),
  STATUS(choice("status", FieldWords.REQUEST_STATUSES).orderable()),
  CREATED_AT(moment("created").orderable().alsoCalled("events.created.at")),
  UPDATED_AT(moment("updated").orderable().alsoCalled("events.updated.at")),
  ASSIGNEE_ID(optionalText("assignee.id").orderable().alsoCalled("assignee")),
  ASSIGNEE_NAME(optionalText("assignee.name").orderable()),
  ASSIGNEE_EMAIL(optionalText("assignee.email")),
  UNASSIGNED(truthOrNull("unassigned")),
  TEMPLATE_ID(optionalText("template.id")),
  ASSET_ID(optionalText("asset.id").searchable().orderable().alsoCalled("asset_id")),
  ASSET_STATUS(choice("asset.status", FieldWords.ASSET_STATUSES)),
  ASSET_EXTERNAL_ID(optionalText("asset.external_id").searchable().alsoCalled("asset.external.id")),
  ASSET_EXTERNAL_UID(optionalText("asset.external_uid").searchable()),
  PRODUCT_ID(
      optionalText("asset.product.id")
          .searchable()
          .orderable()
          .alsoCalled("product_id", "product.id", "asset.product_id")),
  PRODUCT_NAME(text("asset.product.name").searchable().orderable().alsoCalled("product.name")),
  CONNECTION_ID(text("asset.connection.id").nullAs(ConnectionId.NONE).alsoCalled("connection.id")),
  CONNECTION_TYPE(
      choice("asset.connection.type", FieldWords.ENVIRONMENTS)
          .orderable()
          .alsoCalled(
              "asset.connection.environment",
              "connection.type",
              "connection.environment",
              "environment")),
  HUB_ID(
      text("asset.connection.hub.id").nullAs(HubId.NONE).alsoCalled("connection.hub.id", "hub.id")),
  HUB_NAME(
      text("asset.connection.hub.name").orderable().alsoCalled("connection.hub.name", "hub.name")),
  PROVIDER_ID(
      optionalText("asset.connection.provider.id")
          .alsoCalled("connection.provider.id", "provider.id")),
  PROVIDER_NAME(
      text("asset.connection.provider.name")
          .orderable()
          .alsoCalled("connection.provider.name", "provider.name")),
  VENDOR_ID(
      optionalText("asset.connection.vendor.id").alsoCalled("connection.vendor.id", "vendor.id")),
  VENDOR_NAME(
      text("asset.connection.vendor.name")
          .orderable()
          .alsoCalled("connection.vendor.name", "vendor.name")),
  MARKETPLACE_ID(
      text("asset.marketplace.id").nullAs(MarketplaceId.NONE).alsoCalled("marketplace.id")),
  MARKETPLACE_NAME(text("asset.marketplace.name").orderable().alsoCalled("marketplace.name")),
  CONTRACT_ID(
      text("asset.contract.id")
          .nullAs(TierConfigurationField.NO_CONTRACT)
          .alsoCalled("contract.id", "contract.id.exact")),
  PARAM_ID(text("asset.params.id").alsoCalled("params.id")),
  PARAM_VALUE(text("asset.params.value").alsoCalled("params.value")),
  CUSTOMER_ID(
      optionalText("asset.tiers.customer.id")
          .orderable()
          .alsoCalled("tiers.customer.id", "asset.customer_id")),
  CUSTOMER_NAME(
      optionalText("asset.tiers.customer.name")
          .searchable()
          .orderable()
          .alsoCalled("tiers.customer.name")),
  CUSTOMER_EXTERNAL_ID(
      optionalText("asset.tiers.customer.external_id").alsoCalled("tiers.customer.external_id")),
  CUSTOMER_EXTERNAL_UID(
      text("asset.tiers.customer.external_uid").alsoCalled("tiers.customer.external_uid")),
  TIER1_ID(
      optionalText("asset.tiers.tier1.id")
          .orderable()
          .alsoCalled("tiers.tier1.id", "asset.tier1_id", "asset.tiers.tier1")),
  TIER2_ID(
      optionalText("asset.tiers.tier2.id")
          .orderable()
          .alsoCalled("tiers.tier2.id", "asset.tier2_id", "asset.tiers.tier2")),
  /** Not measured here, so nothing is found by it but what has none. */
  SLI_DAYS(wholeNumber("sli.days").orderable()),
  /** Not measured here, so nothing is found by it but what has none. */
  SLI_ZONE(wholeNumber("sli.zone").looked(RANGES_OR_NULL).orderable());

  private final FieldSpec spec;

  FulfillmentRequestField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
