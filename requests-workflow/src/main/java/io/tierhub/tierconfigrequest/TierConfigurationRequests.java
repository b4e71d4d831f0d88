package io.tierhub.tierconfigrequest;

import io.tierhub.kernel.Actor;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import java.util.Optional;

/** All tier configuration requests. Every method belongs into a transaction. */
public interface TierConfigurationRequests {

  void add(TierConfigurationRequest request);

  /** The request as it is now, unlocked, if the actor may see it. */
  Optional<TierConfigurationRequest> peek(Actor actor, TierConfigurationRequestId id);

  /** The request as it is now, unlocked, for the system. */
  TierConfigurationRequest peek(TierConfigurationRequestId id);

  /** The request, with nobody else changing it until the transaction ends. */
  TierConfigurationRequest lock(TierConfigurationRequestId id);

  void save(TierConfigurationRequest request);
}
