package io.tierhub.partner;

import static io.tierhub.query.Field.PATTERNS_OR_NULL;
import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;
import static io.tierhub.query.FieldSpec.wholeNumber;

import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import java.util.List;

/** What marketplaces can be filtered and ordered by. */
public enum MarketplaceField implements Field {
  ID(text("id").nullAs(MarketplaceId.NONE).searchable().orderable()),
  NAME(text("name").searchable().orderable()),
  DESCRIPTION(optionalText("description")),
  OWNER_ID(optionalText("owner.id").searchable()),
  OWNER_NAME(text("owner.name").searchable()),
  ZONE(choice("zone", List.of("AF", "AS", "EU", "NA", "OC", "SA")).looked(PATTERNS_OR_NULL)),
  COUNTRY_ID(optionalText("countries.id")),
  CURRENCY(optionalText("currency")),
  HUB_ID(text("hubs.id").nullAs(HubId.NONE)),
  HUB_NAME(text("hubs.name")),
  HUB_COUNT(wholeNumber("stats.hubs").orderable()),
  CREATED_AT(moment("events.created.at").orderable().alsoCalled("created")),
  UPDATED_AT(moment("events.updated.at").orderable().alsoCalled("updated"));

  private final FieldSpec spec;

  MarketplaceField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
