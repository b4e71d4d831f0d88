package io.tierhub.tierconfigrequest;

import io.tierhub.claim.Claimable;
import io.tierhub.kernel.Actor;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All tier configuration requests. Every method belongs into a transaction. */
public interface TierConfigurationRequests extends Claimable<TierConfigurationRequestId> {

  void add(TierConfigurationRequest request);

  /** The request as it is now, unlocked, if the actor may see it. */
  Optional<TierConfigurationRequest> peek(Actor actor, TierConfigurationRequestId id);

  /** The request as it is now, unlocked, for the system. */
  TierConfigurationRequest peek(TierConfigurationRequestId id);

  /** The request, with nobody else changing it until the transaction ends. */
  TierConfigurationRequest lock(TierConfigurationRequestId id);

  void save(TierConfigurationRequest request);

  /** Drafts that nobody has changed since then, oldest first, unlocked. */
  List<TierConfigurationRequestId> draftsOlderThan(Instant then, int limit);

  /** Forgets a draft, which is locked. */
  void remove(TierConfigurationRequest draft);
}
