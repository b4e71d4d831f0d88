package io.tierhub.account;

import static io.tierhub.query.Field.Lookup.EQ;
import static io.tierhub.query.Field.Lookup.IN;
import static io.tierhub.query.Field.Lookup.NE;
import static io.tierhub.query.Field.Lookup.OUT;
import static io.tierhub.query.FieldSpec.choice;
import static io.tierhub.query.FieldSpec.moment;
import static io.tierhub.query.FieldSpec.optionalText;
import static io.tierhub.query.FieldSpec.text;
import static io.tierhub.query.FieldSpec.wholeNumber;
import static io.tierhub.query.FieldSpec.words;

import io.tierhub.partner.HubId;
import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import java.util.List;
import java.util.Set;

/** What tier accounts can be filtered and ordered by (wire-format §2.4). */
public enum TierAccountField implements Field {
  ID(optionalText("id").searchable().orderable()),
  NAME(optionalText("name").searchable().orderable()),
  TYPE(choice("type", List.of("customer", "reseller"))),
  EXTERNAL_ID(optionalText("external_id").searchable().orderable()),
  EXTERNAL_UID(optionalText("external_uid").searchable()),
  SCOPES(words("scopes", List.of("customer", "tier1", "tier2"))),
  HUB_ID(text("hub.id").nullAs(HubId.NONE).searchable().orderable()),
  HUB_NAME(optionalText("hub.name").searchable().orderable()),
  PARENT_ID(optionalText("parent.id").searchable()),
  PARENT_NAME(optionalText("parent.name").searchable().orderable()),
  PARENT_PARENT_ID(optionalText("parent.parent.id")),
  OWNER_ID(optionalText("owner.id").searchable().orderable()),
  OWNER_NAME(text("owner.name").searchable().orderable()),
  ENVIRONMENT(choice("environment", List.of("production", "test", "preview"))),
  TAX_ID(optionalText("tax_id")),
  VERSION(wholeNumber("version")),
  CREATED_AT(moment("events.created.at").orderable().alsoCalled("created")),
  CREATED_BY(optionalText("events.created.by").alsoCalled("events.created.by.id")),
  UPDATED_AT(moment("events.updated.at").orderable().alsoCalled("updated")),
  UPDATED_BY(optionalText("events.updated.by").alsoCalled("events.updated.by.id")),
  /** The data region. TierHub keeps one, so no account has the member, and none matches. */
  DB(choice("db", List.of("EU", "US", "JP", "AU")).orderable()),
  EMAIL(text("contact_info.contact.email").looked(Set.of(EQ, NE, IN, OUT)));

  private final FieldSpec spec;

  TierAccountField(FieldSpec spec) {
    this.spec = spec;
  }

  @Override
  public FieldSpec spec() {
    return spec;
  }
}
