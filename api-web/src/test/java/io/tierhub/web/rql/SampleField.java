package io.tierhub.web.rql;

import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;
import static io.tierhub.query.FieldSpec.truth;
import static io.tierhub.query.FieldSpec.wholeNumber;
import static io.tierhub.query.FieldSpec.words;

import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import java.util.List;

/** A made-up list with one property of each kind. */
enum SampleField implements Field {
  ID(text("id").searchable().orderable()),
  NAME(optionalText("name").searchable().orderable()),
  STATUS(choice("status", List.of("pending", "inquiring", "approved", "failed")).orderable()),
  SCOPES(words("scopes", List.of("customer", "tier1", "tier2"))),
  HUB_ID(text("hub.id").nullAs("HB-0000-0000")),
  PRODUCT_ID(text("configuration.product.id")),
  ACCOUNT_ID(text("configuration.account.id")),
  ACCOUNT_UID(text("configuration.account.external_uid")),
  TIER_LEVEL(wholeNumber("configuration.tier_level")),
  ASSIGNEE_ID(optionalText("assignee.id")),
  UNASSIGNED(truth("unassigned")),
  PARAM_ID(text("params.id")),
  PARAM_VALUE(text("params.value")),
  VERSION(wholeNumber("version")),
  CREATED_AT(moment("events.created.at").orderable().alsoCalled("created"));

  static final List<SampleField> ALL = List.of(values());

  private final FieldSpec spec;

  SampleField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
