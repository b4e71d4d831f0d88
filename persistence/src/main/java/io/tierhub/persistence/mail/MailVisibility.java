package io.tierhub.persistence.mail;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Role;
import io.tierhub.persistence.read.Sql;
import java.util.List;

/** A mail is seen by whoever sees what it is about. */
public final class MailVisibility {

  private static final List<String> SUBJECTS =
      List.of("fulfillment_request", "tier_configuration_request", "tier_configuration");

  private MailVisibility() {}

  /** The condition on rows of {@code mail} under that alias. */
  public static Sql of(Actor actor, String mail) {
    Sql seen = Sql.of(mail + ".environment = ?", actor.environment().wire());
    if (actor.role() == Role.OPS) {
      return seen;
    }
    String whose = actor.role() == Role.VENDOR ? "vendor_id" : "distributor_id";
    seen.add(" and (");
    String or = "";
    for (String subject : SUBJECTS) {
      seen.add(
          or
              + "exists (select from "
              + subject
              + " about where about.id = "
              + mail
              + ".request_id and about.environment = "
              + mail
              + ".environment and about."
              + whose
              + " = ?)",
          actor.account().value());
      or = " or ";
    }
    return seen.add(")");
  }
}
