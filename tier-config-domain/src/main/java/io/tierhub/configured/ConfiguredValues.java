package io.tierhub.configured;

import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.ProductItemId;
import io.tierhub.kernel.Actor;
import io.tierhub.partner.MarketplaceId;
import java.util.Optional;

/**
 * All configured values. Every method belongs into a transaction; who saves holds the product's
 * lock.
 */
public interface ConfiguredValues {

  Optional<ConfiguredValue> find(ConfiguredPlace place);

  /** Keeps it, in place of the one of its place if there is one. */
  void save(ConfiguredValue value);

  boolean hasItem(ProductId product, ProductItemId item);

  /**
   * Whether the product can be sold in the marketplace, as far as the actor sees: an active
   * connection of the actor's environment leads to a hub that the marketplace serves, and for a
   * distributor the marketplace is its own.
   */
  boolean isReached(Actor actor, ProductId product, MarketplaceId marketplace);
}
