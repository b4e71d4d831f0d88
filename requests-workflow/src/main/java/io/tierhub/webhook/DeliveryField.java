package io.tierhub.webhook;

import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;
import static io.tierhub.query.FieldSpec.wholeNumber;

import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import java.util.List;

/** What deliveries can be filtered and ordered by. */
public enum DeliveryField implements Field {
  ID(text("id").orderable()),
  KIND(choice("kind", List.of("event", "replay", "trigger")).orderable()),
  STATUS(choice("status", List.of("waiting", "delivered", "failed")).orderable()),
  EVENT_TYPE(optionalText("event.type")),
  EVENT_SUBJECT(optionalText("event.subject")),
  TRIES(wholeNumber("tries").orderable()),
  CREATED_AT(moment("created_at").orderable());

  private final FieldSpec spec;

  DeliveryField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
