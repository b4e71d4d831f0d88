package io.tierhub.claim;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Prefixed;
import java.util.List;

/** Requests that wait for a vendor, and that its workers share out among themselves. */
public interface Claimable<I extends Prefixed> {

  /**
   * Has the lease hold the oldest requests that are pending, match, are seen by the actor and held
   * by no other lease. What somebody is about to change is passed over, so nobody waits for it.
   */
  List<I> claim(Actor vendor, Claim claim);
}
