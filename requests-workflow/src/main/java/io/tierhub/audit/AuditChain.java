package io.tierhub.audit;

/** The chain of the audit's seals. */
public interface AuditChain {

  /** Computes all anew from what is kept, and compares. It reads every entry there is. */
  Verified verify();
}
