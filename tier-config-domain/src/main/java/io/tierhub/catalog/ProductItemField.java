package io.tierhub.catalog;

import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;
import static io.tierhub.query.FieldSpec.wholeNumber;

import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import java.util.List;

/** What a product's items can be filtered and ordered by. */
public enum ProductItemField implements Field {
  ID(optionalText("id").searchable().orderable()),
  NAME(text("name").searchable().orderable()),
  MPN(text("mpn").searchable().orderable()),
  TYPE(choice("type", List.of("reservation", "ppu"))),
  PERIOD(text("period")),
  UNIT_ID(text("unit.id")),
  POSITION(wholeNumber("position").orderable());

  private final FieldSpec spec;

  ProductItemField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
