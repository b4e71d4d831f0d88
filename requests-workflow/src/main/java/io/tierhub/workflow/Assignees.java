package io.tierhub.workflow;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.UserRef;
import io.tierhub.partner.Partners;
import org.springframework.stereotype.Component;

/** Finds who is to see to a request among the users of who assigns it. */
@Component
class Assignees {

  private final Partners partners;

  Assignees(Partners partners) {
    this.partners = partners;
  }

  UserRef find(Actor actor, WantedAssignee whom) {
    String id = whom.id();
    if (id != null) {
      return partners.userById(actor.account(), id).orElseThrow(() -> unknown("/id", id));
    }
    String email = whom.email();
    if (email != null) {
      return partners
          .userByEmail(actor.account(), email)
          .orElseThrow(() -> unknown("/email", email));
    }
    return actor.user();
  }

  private static Refused unknown(String pointer, String name) {
    return Refused.at(Refusal.INVALID, pointer, "There is no user " + name + " in your account.");
  }
}
