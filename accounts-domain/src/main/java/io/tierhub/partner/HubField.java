package io.tierhub.partner;

import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;
import static io.tierhub.query.FieldSpec.wholeNumber;

import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import java.util.List;

/** What hubs can be filtered and ordered by. */
public enum HubField implements Field {
  ID(optionalText("id").searchable().orderable()),
  NAME(text("name").searchable().orderable()),
  COMPANY_ID(text("company.id").searchable().alsoCalled("owner.id")),
  COMPANY_NAME(text("company.name").alsoCalled("owner.name")),
  INSTANCE_ID(optionalText("instance.id")),
  INSTANCE_TYPE(choice("instance.type", List.of("oa", "api")).orderable()),
  CONNECTIONS(wholeNumber("stats.connections").orderable()),
  MARKETPLACES(wholeNumber("stats.marketplaces").orderable()),
  CREATED_AT(moment("events.created.at").orderable().alsoCalled("created")),
  UPDATED_AT(moment("events.updated.at").orderable().alsoCalled("updated"));

  private final FieldSpec spec;

  HubField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
