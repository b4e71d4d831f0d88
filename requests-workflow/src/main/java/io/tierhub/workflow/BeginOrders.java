package io.tierhub.workflow;

import io.tierhub.fulfillment.Asset;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.fulfillment.Sale;
import io.tierhub.kernel.Actor;
import io.tierhub.parameter.ParameterPhase;
import io.tierhub.parameter.ParameterScope;
import io.tierhub.parameter.ParameterSets;
import io.tierhub.parking.Blockers;
import io.tierhub.parking.Waiter;
import io.tierhub.tierconfig.TierConfiguration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Lets an order that begins wait for what it needs: parked for its tiers, else inquiring for
 * values, else pending (design §4.11).
 */
@Component
class BeginOrders {

  private final TierSetups tierSetups;
  private final Blockers blockers;
  private final ParameterSets parameters;

  BeginOrders(TierSetups tierSetups, Blockers blockers, ParameterSets parameters) {
    this.tierSetups = tierSetups;
    this.blockers = blockers;
    this.parameters = parameters;
  }

  /**
   * Before the asset and its request are locked: configurations come first (design §4.13).
   *
   * @param configurationLevel of the product; what of it the chain needs is fixed now (design §4.5)
   * @return the tiers' configurations that are not set up yet, locked
   */
  List<TierConfiguration> awaited(Actor actor, Asset asset, int configurationLevel, Instant now) {
    Sale sale = asset.sale();
    Asset.Terms terms = asset.snapshot().terms();
    Deal deal =
        new Deal(
            sale.product(),
            sale.vendor(),
            sale.distributor(),
            sale.environment(),
            terms.connection(),
            terms.marketplace());
    return tierSetups.awaited(
        actor, deal, configurationLevel, asset.tiers().tier1(), asset.tiers().tier2(), now);
  }

  /**
   * @param order pending
   * @param awaited what it needs, locked
   */
  void begin(FulfillmentRequest order, List<TierConfiguration> awaited, Instant now) {
    if (!awaited.isEmpty()) {
      order.park(now);
      blockers.add(
          new Waiter.Order(order.id()), awaited.stream().map(TierConfiguration::id).toList(), now);
    } else if (!parameters
        .of(order.sale().product(), ParameterScope.ASSET)
        .missingVisible(order.values(), ParameterPhase.ORDERING)
        .isEmpty()) {
      order.ask(now);
    }
  }
}
