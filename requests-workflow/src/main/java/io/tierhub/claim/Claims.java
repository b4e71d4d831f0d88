package io.tierhub.claim;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Prefixed;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What leases hold. Every method belongs into a transaction. */
public interface Claims {

  /** Whether the lease holds the request; to be asked while the request is locked. */
  boolean isHeld(LeaseId lease, Prefixed request, Instant now);

  /**
   * The ids of what the lease holds, as far as the actor may see it, with nobody else changing that
   * until the transaction ends. Empty once it has ended.
   */
  List<String> lock(Actor actor, LeaseId lease, Instant now);

  /** Moves the end of a lease that is locked. */
  void renew(Lease lease);

  /** Gives requests back that a locked lease holds. */
  void release(LeaseId lease, Collection<String> requests);

  /**
   * Forgets some that have ended before.
   *
   * @return how many
   */
  int forgetEndedBefore(Instant then, int most);
}
