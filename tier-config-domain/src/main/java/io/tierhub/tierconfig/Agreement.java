package io.tierhub.tierconfig;

import io.tierhub.account.TierAccountId;
import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;

/**
 * Who is configured for what: there is one configuration of each product, account, level and
 * connection (design §4.5), and nothing of it ever changes.
 */
public record Agreement(
    ProductId product,
    PartnerId vendor,
    PartnerId distributor,
    Environment environment,
    ConnectionId connection,
    TierAccountId account,
    TierLevel level) {

  /** A distributor sees what it sells, a vendor what it supplies, ops all; each where it works. */
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
