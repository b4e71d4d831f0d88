package io.tierhub.template;

import static io.tierhub.query.Field.PATTERNS_OR_NULL;
import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;
import static io.tierhub.query.FieldSpec.wholeNumber;

import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;

/** What templates can be filtered and ordered by. */
public enum TemplateField implements Field {
  ID(optionalText("id").searchable().orderable()),
  NAME(text("name").searchable().orderable().alsoCalled("title")),
  SCOPE(choice("scope", TemplateScope.words())),
  TYPE(choice("type", TemplateType.words()).looked(PATTERNS_OR_NULL)),
  POSITION(wholeNumber("position").orderable()),
  CREATED_AT(moment("events.created.at").orderable()),
  UPDATED_AT(moment("events.updated.at").orderable());

  private final FieldSpec spec;

  TemplateField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
