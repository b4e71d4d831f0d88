package io.tierhub.productmessage;

import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;
import static io.tierhub.query.FieldSpec.truth;

import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;

/** What messages can be filtered and ordered by. */
public enum ProductMessageField implements Field {
  ID(optionalText("id").orderable()),
  EXTERNAL_ID(text("external_id").searchable().orderable()),
  VALUE(text("value").searchable()),
  AUTO(truth("auto"));

  private final FieldSpec spec;

  ProductMessageField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
