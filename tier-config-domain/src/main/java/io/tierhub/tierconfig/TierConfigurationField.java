package io.tierhub.tierconfig;

import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;
import static io.tierhub.query.FieldSpec.wholeNumber;

import io.tierhub.partner.HubId;
import io.tierhub.partner.MarketplaceId;
import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import java.util.List;

/** What tier configurations can be filtered and ordered by (wire-format §4.2). */
public enum TierConfigurationField implements Field {
  ID(optionalText("id").searchable().orderable()),
  STATUS(choice("status", List.of("processing", "active")).orderable()),
  TIER_LEVEL(wholeNumber("tier_level").orderable()),
  ACCOUNT_ID(optionalText("account.id").searchable().orderable()),
  ACCOUNT_NAME(
      optionalText("account.company_name").searchable().orderable().alsoCalled("account.name")),
  ACCOUNT_EXTERNAL_ID(optionalText("account.external_id")),
  ACCOUNT_EXTERNAL_UID(text("account.external_uid")),
  PRODUCT_ID(optionalText("product.id").searchable().orderable()),
  PRODUCT_NAME(text("product.name").searchable().orderable()),
  MARKETPLACE_ID(text("marketplace.id").nullAs(MarketplaceId.NONE).searchable().orderable()),
  MARKETPLACE_NAME(optionalText("marketplace.name").searchable().orderable()),
  CONNECTION_ID(optionalText("connection.id").searchable().orderable()),
  CONNECTION_TYPE(
      choice("connection.type", List.of("production", "test", "preview"))
          .alsoCalled("environment")),
  /** All are of the public version: products have no other here. */
  PRODUCT_VERSION_TYPE(
      choice("connection.product_version_type", List.of("public", "staging")).orderable()),
  HUB_ID(text("connection.hub.id").nullAs(HubId.NONE).alsoCalled("hub.id")),
  HUB_NAME(text("connection.hub.name").alsoCalled("hub.name")),
  PROVIDER_ID(text("connection.provider.id").alsoCalled("provider.id")),
  PROVIDER_NAME(text("connection.provider.name").alsoCalled("provider.name")),
  VENDOR_ID(text("connection.vendor.id").alsoCalled("vendor.id")),
  VENDOR_NAME(text("connection.vendor.name").alsoCalled("vendor.name")),
  OPEN_REQUEST_ID(optionalText("open_request.id")),
  CONTRACT_ID(
      text("contract.id").nullAs(TierConfigurationField.NO_CONTRACT).searchable().orderable()),
  PARAM_ID(text("params.id")),
  PARAM_VALUE(optionalText("params.value")),
  TEMPLATE_ID(optionalText("template.id")),
  CREATED_AT(moment("created").orderable().alsoCalled("events.created.at")),
  UPDATED_AT(moment("updated").orderable().alsoCalled("events.updated.at"));

  /**
   * What contracts are called by whoever has none, as every configuration here: TierHub knows no
   * contracts, and clients ask for those without one.
   */
  public static final String NO_CONTRACT = "CRD-00000-00000-00000";

  private final FieldSpec spec;

  TierConfigurationField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
