package io.tierhub.persistence.fulfillment;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Role;
import io.tierhub.persistence.inquiry.FormLinks;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The read model, as each role sees it. */
@Component
class FulfillmentRequestTables {

  private final Map<Role, FulfillmentRequestTable> byReader = new EnumMap<>(Role.class);

  FulfillmentRequestTables(FormLinks links) {
    for (Role reader : Role.values()) {
      byReader.put(reader, new FulfillmentRequestTable(reader, links));
    }
  }

  FulfillmentRequestTable of(Actor actor) {
    return Objects.requireNonNull(byReader.get(actor.role()));
  }
}
