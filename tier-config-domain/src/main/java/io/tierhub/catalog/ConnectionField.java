package io.tierhub.catalog;

import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;

import io.tierhub.partner.HubId;
import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import java.util.List;

/** What connections can be filtered and ordered by. */
public enum ConnectionField implements Field {
  ID(optionalText("id").searchable().orderable()),
  TYPE(choice("type", List.of("production", "test", "preview"))),
  STATUS(
      choice("status", List.of("pending", "approved", "rejected", "revoked", "active"))
          .orderable()),
  PRODUCT_ID(text("product.id").searchable()),
  PRODUCT_NAME(text("product.name").searchable().orderable()),
  HUB_ID(text("hub.id").nullAs(HubId.NONE).searchable()),
  HUB_NAME(text("hub.name").searchable().orderable()),
  HUB_INSTANCE_ID(optionalText("hub.instance.id")),
  PROVIDER_ID(text("provider.id").searchable()),
  PROVIDER_NAME(text("provider.name").searchable()),
  VENDOR_ID(text("vendor.id").searchable()),
  VENDOR_NAME(text("vendor.name").searchable()),
  CREATED_AT(moment("created_at").orderable().alsoCalled("events.created.at", "created"));

  private final FieldSpec spec;

  ConnectionField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
