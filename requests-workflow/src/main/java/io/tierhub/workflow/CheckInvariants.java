package io.tierhub.workflow;

import io.tierhub.invariant.Invariant;
import io.tierhub.invariant.Invariants;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Looks whether everything that must hold does. It is looked at all companies and environments, and
 * so for ops in production only.
 */
@Service
public class CheckInvariants {

  private static final Logger LOG = LoggerFactory.getLogger(CheckInvariants.class);

  private final Invariants invariants;

  CheckInvariants(Invariants invariants) {
    this.invariants = invariants;
  }

  public List<Invariant> check(Actor actor) {
    if (actor.role() != Role.OPS || actor.environment() != Environment.PRODUCTION) {
      throw Refused.because(
          Refusal.FORBIDDEN, "The invariants are for ops, with a token of production.");
    }
    List<Invariant> all = invariants.look();
    for (Invariant one : all) {
      if (!one.holds()) {
        LOG.error("broken: {}, by {}", one.rule(), one.brokenBy());
      }
    }
    return all;
  }
}
