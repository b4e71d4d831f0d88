package io.tierhub.audit;

import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;

import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import java.util.List;

/** What the audit can be filtered and ordered by. */
public enum AuditField implements Field {
  ID(text("id")),
  AT(moment("at").orderable()),
  ACTION(text("action")),
  OBJECT_ID(text("object.id").searchable()),
  PART_ID(optionalText("part.id").searchable()),
  BY_ID(optionalText("by.id")),
  TOKEN_TYPE(
      choice("token.type", List.of("api_token", "jwt", "link")).looked(Field.PATTERNS_OR_NULL)),
  TOKEN_ID(optionalText("token.id")),
  TRACE_ID(text("trace_id")),
  OWNER_ID(text("owner.id")),
  VENDOR_ID(optionalText("vendor.id"));

  private final FieldSpec spec;

  AuditField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
