package io.tierhub.action;

import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;

import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;

/** What actions can be filtered and ordered by. */
public enum ActionField implements Field {
  ID(optionalText("id").searchable().orderable()),
  LOCAL_ID(text("action").searchable().orderable()),
  NAME(text("name").searchable().orderable()),
  SCOPE(choice("scope", ActionScope.words())),
  CREATED_AT(moment("events.created.at").orderable()),
  UPDATED_AT(moment("events.updated.at").orderable());

  private final FieldSpec spec;

  ActionField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
