package io.tierhub.fulfillment;

import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;

import io.tierhub.catalog.ConnectionId;
import io.tierhub.partner.HubId;
import io.tierhub.partner.MarketplaceId;
import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import io.tierhub.tierconfig.TierConfigurationField;

/** What assets can be filtered and ordered by (wire-format §6.2). */
public enum AssetField implements Field {
  ID(optionalText("id").searchable().orderable()),
  STATUS(choice("status", FieldWords.ASSET_STATUSES).searchable().orderable()),
  EXTERNAL_ID(optionalText("external_id").searchable()),
  EXTERNAL_UID(optionalText("external_uid").searchable()),
  PRODUCT_ID(optionalText("product.id").searchable().orderable()),
  PRODUCT_NAME(text("product.name").searchable().orderable().alsoCalled("product.title")),
  CONNECTION_ID(text("connection.id").nullAs(ConnectionId.NONE)),
  CONNECTION_TYPE(
      choice("connection.type", FieldWords.ENVIRONMENTS)
          .alsoCalled("environment", "connection.environment")),
  HUB_ID(text("connection.hub.id").nullAs(HubId.NONE).alsoCalled("hub.id")),
  HUB_NAME(text("connection.hub.name").alsoCalled("hub.name")),
  PROVIDER_ID(optionalText("connection.provider.id").searchable().alsoCalled("provider.id")),
  PROVIDER_NAME(text("connection.provider.name").searchable().alsoCalled("provider.name")),
  VENDOR_ID(optionalText("connection.vendor.id").searchable().alsoCalled("vendor.id")),
  VENDOR_NAME(text("connection.vendor.name").searchable().alsoCalled("vendor.name")),
  MARKETPLACE_ID(text("marketplace.id").nullAs(MarketplaceId.NONE).searchable().orderable()),
  MARKETPLACE_NAME(text("marketplace.name").searchable().orderable()),
  CUSTOMER_ID(optionalText("tiers.customer.id").searchable().orderable()),
  CUSTOMER_NAME(optionalText("tiers.customer.name").searchable().orderable()),
  CUSTOMER_EXTERNAL_ID(optionalText("tiers.customer.external_id").searchable()),
  CUSTOMER_EXTERNAL_UID(text("tiers.customer.external_uid").searchable()),
  TIER1_ID(optionalText("tiers.tier1.id").alsoCalled("tier1_id")),
  TIER2_ID(optionalText("tiers.tier2.id").alsoCalled("tier2_id")),
  CONTRACT_ID(text("contract.id").nullAs(TierConfigurationField.NO_CONTRACT)),
  TEMPLATE_ID(optionalText("template.id")),
  PARAM_ID(text("params.id")),
  PARAM_VALUE(optionalText("params.value")),
  CREATED_AT(moment("events.created.at").orderable().alsoCalled("created")),
  UPDATED_AT(moment("events.updated.at").orderable().alsoCalled("updated"));

  private final FieldSpec spec;

  AssetField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
