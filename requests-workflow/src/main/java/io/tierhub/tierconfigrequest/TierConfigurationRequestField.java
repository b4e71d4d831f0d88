package io.tierhub.tierconfigrequest;

import static io.tierhub.query.Field.RANGES_OR_NULL;
import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;
import static io.tierhub.query.FieldSpec.truthOrNull;
import static io.tierhub.query.FieldSpec.wholeNumber;

import io.tierhub.partner.HubId;
import io.tierhub.partner.MarketplaceId;
import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import io.tierhub.tierconfig.TierConfigurationField;
import java.util.List;

/**
 * What tier configuration requests can be filtered and ordered by (wire-format §5.4). Names with
 * double underscores are read as these with dots.
 */
public enum TierConfigurationRequestField implements Field {
  ID(optionalText("id").searchable().orderable()),
  TYPE(choice("type", List.of("setup", "update", "adjustment")).orderable()),
  STATUS(
      choice(
              "status",
              List.of("draft", "tiers_setup", "inquiring", "pending", "approved", "failed"))
          .orderable()),
  ENVIRONMENT(choice("environment", List.of("production", "test", "preview"))),
  CREATED_AT(moment("created").looked(RANGES_OR_NULL).orderable().alsoCalled("events.created.at")),
  UPDATED_AT(moment("updated").looked(RANGES_OR_NULL).orderable().alsoCalled("events.updated.at")),
  ASSIGNEE_ID(optionalText("assignee.id").orderable()),
  ASSIGNEE_NAME(optionalText("assignee.name").orderable()),
  UNASSIGNED(truthOrNull("unassigned")),
  CONFIGURATION_ID(optionalText("configuration.id").searchable().orderable()),
  TIER_LEVEL(wholeNumber("configuration.tier_level").orderable().alsoCalled("tier_level")),
  ACCOUNT_ID(
      optionalText("configuration.account.id").searchable().orderable().alsoCalled("account.id")),
  ACCOUNT_NAME(
      text("configuration.account.name")
          .alsoCalled("configuration.account.company_name", "account.name")),
  ACCOUNT_EXTERNAL_ID(optionalText("configuration.account.external_id")),
  ACCOUNT_EXTERNAL_UID(text("configuration.account.external_uid")),
  HUB_ID(
      text("configuration.account.hub.id")
          .nullAs(HubId.NONE)
          .searchable()
          .orderable()
          .alsoCalled("configuration.connection.hub.id", "hub.id")),
  HUB_NAME(
      optionalText("configuration.account.hub.name")
          .searchable()
          .alsoCalled("configuration.connection.hub.name", "hub.name")),
  PRODUCT_ID(
      optionalText("configuration.product.id").searchable().orderable().alsoCalled("product.id")),
  PRODUCT_NAME(
      text("configuration.product.name").searchable().orderable().alsoCalled("product.name")),
  MARKETPLACE_ID(
      text("configuration.marketplace.id")
          .nullAs(MarketplaceId.NONE)
          .searchable()
          .orderable()
          .alsoCalled("marketplace.id")),
  MARKETPLACE_NAME(
      optionalText("configuration.marketplace.name")
          .searchable()
          .orderable()
          .alsoCalled("marketplace.name")),
  CONNECTION_ID(text("configuration.connection.id").alsoCalled("connection.id")),
  CONNECTION_TYPE(
      choice("configuration.connection.type", List.of("production", "test", "preview"))
          .alsoCalled("connection.type")),
  PROVIDER_ID(text("configuration.connection.provider.id").alsoCalled("provider.id")),
  PROVIDER_NAME(text("configuration.connection.provider.name").alsoCalled("provider.name")),
  VENDOR_ID(text("configuration.connection.vendor.id").alsoCalled("vendor.id")),
  VENDOR_NAME(text("configuration.connection.vendor.name").alsoCalled("vendor.name")),
  PARENT_CONFIGURATION_ID(optionalText("parent_configuration.id")),
  CONTRACT_ID(
      text("configuration.contract.id")
          .nullAs(TierConfigurationField.NO_CONTRACT)
          .searchable()
          .orderable()
          .alsoCalled("contract.id")),
  PARAM_ID(text("params.id")),
  PARAM_VALUE(optionalText("params.value")),
  TEMPLATE_ID(optionalText("template.id")),
  /** Not measured here, so nothing is found by it but what has none. */
  SLI_DAYS(wholeNumber("sli.days").orderable()),
  /** Not measured here, so nothing is found by it but what has none. */
  SLI_ZONE(wholeNumber("sli.zone").looked(RANGES_OR_NULL).orderable());

  private final FieldSpec spec;

  TierConfigurationRequestField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
