package io.tierhub.conversation;

import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;

import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import java.util.List;

/** What conversations can be filtered and ordered by (wire-format §9.1). */
public enum ConversationField implements Field {
  ID(text("id").orderable()),
  INSTANCE_ID(text("instance_id").searchable().orderable()),
  TOPIC(text("topic").searchable().orderable()),
  TYPE(choice("type", List.of("conversation", "notes"))),
  STATUS(choice("status", List.of("open", "closed")).orderable()),
  CREATED_AT(moment("events.created.at").orderable().alsoCalled("created")),
  CREATED_BY(optionalText("events.created.by.id").alsoCalled("creator.id")),
  UPDATED_AT(moment("events.updated.at").orderable());

  private final FieldSpec spec;

  ConversationField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
