package io.tierhub.parameter;

import static io.tierhub.query.Field.Lookup.EQ;
import static io.tierhub.query.Field.Lookup.IN;
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

/** What parameters can be filtered and ordered by (wire-format §7). */
public enum ParameterField implements Field {
  ID(optionalText("id").searchable().orderable()),
  NAME(text("name").searchable().orderable()),
  TITLE(text("title").searchable().orderable()),
  TYPE(choice("type", ParameterType.words())),
  PHASE(choice("phase", ParameterPhase.words())),
  SCOPE(choice("scope", ParameterScope.words())),
  POSITION(wholeNumber("position").looked(RANGES_OR_NULL).orderable()),
  REQUIRED(truth("constraints.required").looked(Set.of(EQ, NE, IN))),
  HIDDEN(truth("constraints.hidden")),
  UNIQUE(truth("constraints.unique")),
  RECONCILIATION(truth("constraints.reconciliation")),
  SHARED(choice("constraints.shared", List.of("view", "edit")).looked(Set.of(EQ, NE, IN, NULL))),
  CREATED_AT(moment("events.created.at").orderable()),
  UPDATED_AT(moment("events.updated.at").orderable());

  private final FieldSpec spec;

  ParameterField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
