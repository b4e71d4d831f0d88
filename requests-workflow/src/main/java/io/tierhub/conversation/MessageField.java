package io.tierhub.conversation;

import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;

import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import java.util.List;

/** What the messages of a conversation can be filtered and ordered by (wire-format §9.1). */
public enum MessageField implements Field {
  ID(text("id").orderable()),
  TYPE(choice("type", List.of("message", "state_change", "private"))),
  TEXT(text("text").searchable()),
  ACCOUNT_ID(text("account.id")),
  CREATED_AT(moment("events.created.at").orderable().alsoCalled("created")),
  CREATED_BY(optionalText("events.created.by.id").alsoCalled("creator.id")),
  UPDATED_AT(moment("events.updated.at").orderable());

  private final FieldSpec spec;

  MessageField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
