package io.tierhub.catalog;

import static io.tierhub.query.Field.Lookup.EQ;
import static io.tierhub.query.Field.Lookup.GE;
import static io.tierhub.query.Field.Lookup.IN;
import static io.tierhub.query.Field.Lookup.LE;
import static io.tierhub.query.Field.Lookup.NE;
import static io.tierhub.query.Field.Lookup.NULL;
import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;
import static io.tierhub.query.FieldSpec.truth;
import static io.tierhub.query.FieldSpec.wholeNumber;

import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import java.util.List;
import java.util.Set;

/** What products can be filtered and ordered by. */
public enum ProductField implements Field {
  ID(optionalText("id").searchable().orderable()),
  NAME(text("name").searchable().orderable()),
  EXTERNAL_ID(optionalText("external_id").searchable()),
  STATUS(choice("status", List.of("draft", "published", "endofsale")).orderable()),
  OWNER_ID(optionalText("owner.id").searchable().orderable().alsoCalled("vendor.id")),
  OWNER_NAME(text("owner.name").searchable().orderable().alsoCalled("vendor.name")),
  TIER_SYNC(truth("capabilities.tiers.updates")),
  CONFIGURATION_LEVEL(
      wholeNumber("capabilities.tiers.configs.level").looked(Set.of(EQ, NE, GE, LE, IN, NULL))),
  CREATED_AT(moment("events.created.at").orderable().alsoCalled("created")),
  UPDATED_AT(moment("events.updated.at").orderable().alsoCalled("updated")),
  UPDATED_BY(optionalText("events.updated.by.id").orderable()),
  UPDATED_BY_NAME(optionalText("events.updated.by.name").orderable()),
  PUBLISHED_AT(moment("events.published.at").looked(RANGES_OR_NULL).orderable()),
  PUBLISHED_BY(optionalText("events.published.by.id").orderable()),
  PUBLISHED_BY_NAME(optionalText("events.published.by.name").orderable());

  private final FieldSpec spec;

  ProductField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
