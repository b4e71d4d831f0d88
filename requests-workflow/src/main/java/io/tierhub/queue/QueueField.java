package io.tierhub.queue;

import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.text;
import static io.tierhub.query.FieldSpec.wholeNumber;

import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import java.util.List;
import java.util.Set;

/** What the queue can be filtered and ordered by. */
public enum QueueField implements Field {
  /** What sort of work it is: a vendor looks at tier requests apart from orders. */
  KIND(choice("kind", List.of("fulfillment", "tier_setup", "tier_update")).orderable()),
  ID(text("id").searchable().orderable()),
  TYPE(
      choice(
          "type",
          List.of(
              "purchase",
              "change",
              "suspend",
              "resume",
              "cancel",
              "adjustment",
              "renew",
              "transfer",
              "setup",
              "update"))),
  STATUS(
      choice(
              "status",
              List.of(
                  "draft",
                  "tiers_setup",
                  "inquiring",
                  "pending",
                  "approved",
                  "failed",
                  "scheduled",
                  "revoking",
                  "revoked"))
          .orderable()),
  TIER_LEVEL(
      wholeNumber("tier_level")
          .looked(Set.of(Lookup.EQ, Lookup.NE, Lookup.IN, Lookup.OUT, Lookup.NULL))),
  PRODUCT_ID(text("product.id").searchable()),
  PRODUCT_NAME(text("product.name").searchable().orderable()),
  PROVIDER_ID(text("provider.id")),
  PROVIDER_NAME(text("provider.name")),
  VENDOR_ID(text("vendor.id")),
  VENDOR_NAME(text("vendor.name")),
  ACCOUNT_ID(text("account.id").searchable()),
  ACCOUNT_NAME(text("account.name").searchable().orderable()),
  CREATED_AT(moment("created").orderable().alsoCalled("events.created.at")),
  UPDATED_AT(moment("updated").orderable().alsoCalled("events.updated.at"));

  private final FieldSpec spec;

  QueueField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
