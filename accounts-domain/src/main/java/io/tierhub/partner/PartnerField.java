package io.tierhub.partner;

import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;

import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import java.util.List;

/** What partners can be filtered and ordered by. */
public enum PartnerField implements Field {
  ID(optionalText("id").searchable().orderable()),
  NAME(text("name").searchable().orderable()),
  TYPE(choice("type", List.of("vendor", "provider", "ops"))),
  ROLE(choice("role", List.of("vendor", "distributor", "ops"))),
  CREATED_AT(moment("events.created.at").orderable().alsoCalled("created")),
  UPDATED_AT(moment("events.updated.at").orderable().alsoCalled("updated"));

  private final FieldSpec spec;

  PartnerField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
