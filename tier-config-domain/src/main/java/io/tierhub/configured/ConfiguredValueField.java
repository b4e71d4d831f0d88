package io.tierhub.configured;

import static io.tierhub.query.Field.Lookup.EQ;
import static io.tierhub.query.Field.Lookup.IN;
import static io.tierhub.query.Field.Lookup.NE;
import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;
import static io.tierhub.query.FieldSpec.truth;

import io.tierhub.parameter.ParameterScope;
import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import java.util.List;
import java.util.Set;

/** What configured values can be filtered and ordered by. */
public enum ConfiguredValueField implements Field {
  PARAMETER_ID(text("parameter.id").searchable().orderable()),
  PARAMETER_NAME(text("parameter.name").searchable().orderable()),
  PARAMETER_TITLE(text("parameter.title").searchable().orderable()),
  PARAMETER_SCOPE(choice("parameter.scope", ParameterScope.words()).searchable().orderable()),
  PARAMETER_REQUIRED(truth("parameter.constraints.required").looked(Set.of(EQ, NE, IN))),
  PARAMETER_SHARED(
      choice("parameter.constraints.shared", List.of("view", "edit"))
          .looked(Field.PATTERNS_OR_NULL)),
  ITEM_ID(optionalText("item.id").searchable().orderable()),
  ITEM_NAME(optionalText("item.name").searchable().orderable()),
  MARKETPLACE_ID(optionalText("marketplace.id").searchable().orderable().nullAs("MP-00000")),
  MARKETPLACE_NAME(optionalText("marketplace.name").searchable().orderable()),
  VALUE(optionalText("value").searchable().orderable());

  private final FieldSpec spec;

  ConfiguredValueField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
