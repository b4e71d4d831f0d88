package io.tierhub.workflow;

import io.tierhub.audit.AuditChain;
import io.tierhub.audit.Verified;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Verifies the audit. The chain is the server's, for all companies and environments, and so is for
 * ops in production only.
 */
@Service
public class VerifyAudit {

  private static final Logger LOG = LoggerFactory.getLogger(VerifyAudit.class);

  private final AuditChain chain;

  VerifyAudit(AuditChain chain) {
    this.chain = chain;
  }

  public Verified verify(Actor actor) {
    if (actor.role() != Role.OPS || actor.environment() != Environment.PRODUCTION) {
      throw Refused.because(
          Refusal.FORBIDDEN, "The audit is verified by ops, with a token of production.");
    }
    Verified found = chain.verify();
    if (!found.holds()) {
      LOG.error("the audit was altered: {}", found.faults());
    }
    return found;
  }
}
