package io.tierhub.tieraccountrequest;

import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;
import static io.tierhub.query.FieldSpec.wholeNumber;
import static io.tierhub.query.FieldSpec.words;

import io.tierhub.partner.HubId;
import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import java.util.List;

/** What tier account requests can be filtered and ordered by (wire-format §3.3). */
public enum TierAccountRequestField implements Field {
  ID(optionalText("id").searchable().orderable()),
  TYPE(choice("type", List.of("update"))),
  STATUS(choice("status", List.of("pending", "accepted", "ignored", "unsupported")).orderable()),
  PRODUCT_ID(optionalText("product.id").searchable().orderable()),
  PRODUCT_NAME(text("product.name").searchable().orderable()),
  ACCOUNT_ID(optionalText("account.id").orderable()),
  ACCOUNT_NAME(optionalText("account.name").orderable()),
  ACCOUNT_EXTERNAL_ID(optionalText("account.external_id").searchable().orderable()),
  ACCOUNT_EXTERNAL_UID(optionalText("account.external_uid").searchable().orderable()),
  ACCOUNT_VERSION(wholeNumber("account.version").orderable()),
  ACCOUNT_TYPE(choice("account.type", List.of("customer", "reseller"))),
  ACCOUNT_HUB_ID(text("account.hub.id").nullAs(HubId.NONE).searchable().orderable()),
  ACCOUNT_HUB_NAME(optionalText("account.hub.name").searchable().orderable()),
  ACCOUNT_ENVIRONMENT(
      choice("account.environment", List.of("production", "test", "preview"))
          .alsoCalled("environment")),
  ACCOUNT_SCOPES(words("account.scopes", List.of("customer", "tier1", "tier2"))),
  PROVIDER_ID(text("provider.id").orderable()),
  PROVIDER_NAME(text("provider.name").orderable()),
  VENDOR_ID(text("vendor.id").orderable()),
  VENDOR_NAME(text("vendor.name").orderable()),
  CREATED_AT(moment("events.created.at").orderable().alsoCalled("created")),
  UPDATED_AT(moment("events.updated.at").orderable().alsoCalled("updated"));

  private final FieldSpec spec;

  TierAccountRequestField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
