package io.tierhub.partner;

import static io.tierhub.query.Field.Lookup.EQ;
import static io.tierhub.query.Field.Lookup.GE;
import static io.tierhub.query.Field.Lookup.GT;
import static io.tierhub.query.Field.Lookup.IN;
import static io.tierhub.query.Field.Lookup.LE;
import static io.tierhub.query.Field.Lookup.LT;
import static io.tierhub.query.Field.Lookup.NE;
import static io.tierhub.query.Field.Lookup.NULL;
import static io.tierhub.query.Field.Lookup.OUT;
import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.optionalText;

import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import java.util.List;
import java.util.Set;

/** What tokens can be filtered and ordered by. */
public enum ApiTokenField implements Field {
  ID(optionalText("id").searchable().orderable()),
  NAME(optionalText("name").searchable().orderable()),
  EXTERNAL_ID(optionalText("external_id").searchable()),
  STATUS(choice("status", List.of("active", "inactive", "expired")).orderable()),
  EXPIRATION_DATE(
      moment("expiration_date").looked(Set.of(EQ, NE, GE, GT, LE, LT, IN, OUT, NULL)).orderable()),
  CREATED_AT(moment("events.created.at").orderable().alsoCalled("created")),
  CREATED_BY(optionalText("events.created.by.id")),
  CREATED_BY_NAME(optionalText("events.created.by.name"));

  private final FieldSpec spec;

  ApiTokenField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
