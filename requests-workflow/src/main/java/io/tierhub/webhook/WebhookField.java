package io.tierhub.webhook;

import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;
import static io.tierhub.query.FieldSpec.truth;

import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;

/** What webhooks can be filtered and ordered by. */
public enum WebhookField implements Field {
  ID(optionalText("id").searchable().orderable()),
  LABEL(text("label").searchable().orderable()),
  DESCRIPTION(optionalText("description").searchable()),
  TYPE(choice("type", WebhookType.words()).orderable()),
  OBJECT_CLASS(choice("object_class", ObjectClass.words()).orderable()),
  ACTIVE(truth("active").orderable()),
  PRODUCT_ID(optionalText("product.id").searchable()),
  PRODUCT_NAME(optionalText("product.name").searchable()),
  CREATED_AT(moment("created_at").orderable());

  private final FieldSpec spec;

  WebhookField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
