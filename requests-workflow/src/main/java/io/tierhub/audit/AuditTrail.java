package io.tierhub.audit;

/**
 * Keeps an entry of each event, in the transaction of what it tells, with what was changed before
 * and after. Use cases need not know of it: events and rows tell all there is.
 */
public interface AuditTrail {

  /** Says what everything comes from that the current transaction does. */
  void causedBy(Cause cause);
}
