package io.tierhub.partner;

import io.tierhub.kernel.Actor;
import java.util.Optional;

/** Where distributors sell. Every method belongs into a transaction. */
public interface Marketplaces {

  void add(Marketplace marketplace);

  /**
   * The marketplace, with nobody else changing it until the transaction ends; if the actor sees it.
   */
  Optional<Marketplace> lock(Actor actor, MarketplaceId id);

  void save(Marketplace marketplace);
}
