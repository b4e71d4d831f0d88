package io.tierhub.tieraccountrequest;

import io.tierhub.claim.Claimable;
import io.tierhub.kernel.Actor;
import java.util.List;
import java.util.Optional;

/** All tier account requests. Every method belongs into a transaction. */
public interface TierAccountRequests extends Claimable<TierAccountRequestId> {

  void addAll(List<TierAccountRequest> requests);

  /**
   * The request, if the actor may see it, with nobody else changing it until the transaction ends.
   */
  Optional<TierAccountRequest> lock(Actor actor, TierAccountRequestId id);

  void save(TierAccountRequest request);
}
