package io.tierhub.partner;

import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;

import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;

/** What a partner's users can be filtered and ordered by. */
public enum UserField implements Field {
  ID(optionalText("id").searchable().orderable()),
  NAME(optionalText("name").searchable().orderable()),
  EMAIL(text("email").searchable().orderable()),
  CREATED_AT(moment("events.created.at").orderable().alsoCalled("created"));

  private final FieldSpec spec;

  UserField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
