package io.tierhub.fulfillment;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;

/** What is sold, by whom and where: the same for an asset and all its requests, and for ever. */
public record Sale(
    ProductId product, PartnerId vendor, PartnerId distributor, Environment environment) {

  /** A distributor sees what it sold, a vendor what it supplies, ops all; each where it works. */
  public boolean isVisibleTo(Actor actor) {
    if (actor.environment() != environment) {
      return false;
    }
    return switch (actor.role()) {
      case OPS -> true;
      case DISTRIBUTOR -> actor.is(distributor);
      case VENDOR -> actor.is(vendor);
    };
  }
}
