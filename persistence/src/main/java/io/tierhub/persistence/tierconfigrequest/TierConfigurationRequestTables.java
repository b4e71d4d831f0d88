package io.tierhub.persistence.tierconfigrequest;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Role;
import io.tierhub.persistence.inquiry.FormLinks;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The read model, as each role sees it. */
@Component
class TierConfigurationRequestTables {

  private final Map<Role, TierConfigurationRequestTable> byReader = new EnumMap<>(Role.class);

  TierConfigurationRequestTables(FormLinks links) {
    for (Role reader : Role.values()) {
      byReader.put(reader, new TierConfigurationRequestTable(reader, links));
    }
  }

  TierConfigurationRequestTable of(Actor actor) {
    return Objects.requireNonNull(byReader.get(actor.role()));
  }
}
