package io.tierhub.tierconfig;

import io.tierhub.kernel.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All tier configurations. Every method belongs into a transaction. */
public interface TierConfigurations {

  Optional<TierConfigurationId> find(Agreement agreement);

  /** The configuration as it is now, unlocked, if the actor may see it. */
  Optional<TierConfiguration> peek(Actor actor, TierConfigurationId id);

  /** The configuration as it is now, unlocked, for the system. */
  TierConfiguration peek(TierConfigurationId id);

  /**
   * Keeps a new configuration.
   *
   * @return whether it was kept; not if another transaction has kept one of the same agreement
   */
  boolean addIfAbsent(TierConfiguration configuration);

  /** The configuration, with nobody else changing it until the transaction ends. */
  TierConfiguration lock(TierConfigurationId id);

  /** The same for several, tier 2 before tier 1, then by id, as everybody does (design §4.13). */
  List<TierConfiguration> lockAll(Collection<TierConfigurationId> ids);

  void save(TierConfiguration configuration);
}
