package io.tierhub.workflow;

import io.tierhub.fulfillment.Asset;
import io.tierhub.fulfillment.AssetStatus;
import io.tierhub.fulfillment.Assets;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.fulfillment.FulfillmentRequestStatus;
import io.tierhub.fulfillment.FulfillmentRequests;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.Stamp;
import io.tierhub.parameter.ParameterPhase;
import io.tierhub.parameter.ParameterScope;
import io.tierhub.parameter.ParameterSet;
import io.tierhub.parameter.ParameterSets;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.parking.Blockers;
import io.tierhub.parking.Waiter;
import io.tierhub.tierconfig.TierConfiguration;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.tierconfig.TierConfigurations;
import io.tierhub.tierconfigrequest.TierConfigurationRequest;
import io.tierhub.tierconfigrequest.TierConfigurationRequestStatus;
import io.tierhub.tierconfigrequest.TierConfigurationRequests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What becomes of those who wait for a configuration, in the transaction that decides its setup:
 * they go on, or they fail with it (design §4.8, §4.13). Its callers have locked the configuration.
 */
@Component
class WaitingRequests {

  private static final Logger LOG = LoggerFactory.getLogger(WaitingRequests.class);

  private final Blockers blockers;
  private final TierConfigurations configurations;
  private final TierConfigurationRequests setups;
  private final FulfillmentRequests orders;
  private final Assets assets;
  private final ParameterSets parameters;
  private final TierSetups tierSetups;
  private final Outbox outbox;
  private final Chronicle chronicle;

  WaitingRequests(
      Blockers blockers,
      TierConfigurations configurations,
      TierConfigurationRequests setups,
      FulfillmentRequests orders,
      Assets assets,
      ParameterSets parameters,
      TierSetups tierSetups,
      Outbox outbox,
      Chronicle chronicle) {
    this.blockers = blockers;
    this.configurations = configurations;
    this.setups = setups;
    this.orders = orders;
    this.assets = assets;
    this.parameters = parameters;
    this.tierSetups = tierSetups;
    this.outbox = outbox;
    this.chronicle = chronicle;
  }

  /** The configuration is set up: those for whom it was the last thing missing go on. */
  void release(TierConfiguration satisfied, Actor cause, Instant now) {
    SortedSet<Waiter> waiting = blockers.waitingFor(satisfied.id());
    Map<Waiter, FulfillmentRequest> lockedOrders = new LinkedHashMap<>();
    Map<Waiter, TierConfigurationRequest> lockedSetups = new LinkedHashMap<>();
    for (Waiter waiter : waiting) {
      switch (waiter) {
        case Waiter.Order(FulfillmentRequestId id) -> lockedOrders.put(waiter, orders.lock(id));
        case Waiter.Setup(TierConfigurationRequestId id) ->
            lockedSetups.put(waiter, setups.lock(id));
      }
    }
    SortedSet<Waiter> free = blockers.lift(satisfied.id());
    if (free.isEmpty()) {
      return;
    }
    ParameterSet ordering = parameters.of(satisfied.agreement().product(), ParameterScope.ASSET);
    free.forEach(waiter -> {
      FulfillmentRequest order = lockedOrders.get(waiter);
      if (order != null) {
        release(order, ordering, cause, now);
      }
      TierConfigurationRequest setup = lockedSetups.get(waiter);
      if (setup != null) {
        release(setup, cause, now);
      }
    });
    LOG.info("{} of {} that waited for {} go on", free.size(), waiting.size(), satisfied.id());
  }

  private void release(FulfillmentRequest order, ParameterSet ordering, Actor cause, Instant now) {
    FulfillmentRequestStatus from = order.status();
    order.release(now);
    if (!ordering.missingVisible(order.values(), ParameterPhase.ORDERING).isEmpty()) {
      order.ask(now);
    }
    orders.save(order);
    chronicle.tell(cause, OrderEvents.becameBySystem(order, from, cause, now));
  }

  private void release(TierConfigurationRequest setup, Actor cause, Instant now) {
    Stamp bySystem = new Stamp(now, null);
    TierConfigurationRequestStatus from = setup.status();
    setup.release(bySystem);
    // What is being set up holds no values yet: the request's own are all there are.
    tierSetups.askIfMissing(setup, ParameterValues.NONE, bySystem);
    setups.save(setup);
    chronicle.tell(cause, TierEvents.became(setup, from, cause, bySystem));
  }

  /**
   * The setup of the configuration failed: so does everything that waits for it, directly or
   * through a tier 1.
   *
   * @param why what those who wait are told
   */
  void fall(TierConfiguration failed, String why, Actor cause, Instant now) {
    SortedSet<Waiter> waiting = new TreeSet<>(blockers.waitingFor(failed.id()));
    Map<TierConfigurationRequestId, TierConfiguration> below = new LinkedHashMap<>();
    List<TierConfigurationRequest> waitingSetups = new ArrayList<>();
    for (Waiter waiter : waiting) {
      if (waiter instanceof Waiter.Setup(TierConfigurationRequestId id)) {
        waitingSetups.add(setups.peek(id));
      }
    }
    configurations
        .lockAll(waitingSetups.stream().map(TierConfigurationRequest::configuration).toList())
        .forEach(own -> {
          below.put(own.openRequest().orElseThrow(), own);
          waiting.addAll(blockers.waitingFor(own.id()));
        });
    List<OrderOfAsset> lockedOrders = new ArrayList<>();
    List<TierConfigurationRequest> lockedSetups = new ArrayList<>();
    for (Waiter waiter : waiting) {
      switch (waiter) {
        case Waiter.Order(FulfillmentRequestId id) -> {
          Asset asset = assets.lock(orders.peek(id).asset());
          lockedOrders.add(new OrderOfAsset(asset, orders.lock(id)));
        }
        case Waiter.Setup(TierConfigurationRequestId id) -> lockedSetups.add(setups.lock(id));
      }
    }
    // Locked by id, but told in the order in which one brings down the other.
    for (TierConfigurationRequest setup : lockedSetups) {
      fall(setup, Objects.requireNonNull(below.get(setup.id())), why, cause, now);
    }
    for (OrderOfAsset order : lockedOrders) {
      fall(order.request, order.asset, why, cause, now);
    }
    waiting.forEach(blockers::removeAll);
    if (!waiting.isEmpty()) {
      LOG.info("{} that waited for {} failed with it", waiting.size(), failed.id());
    }
  }

  private void fall(FulfillmentRequest order, Asset asset, String why, Actor cause, Instant now) {
    FulfillmentRequestStatus from = order.status();
    AssetStatus was = asset.status();
    order.fall(why, now);
    orders.save(order);
    chronicle.tell(cause, OrderEvents.becameBySystem(order, from, cause, now), why);
    asset.failed(order.type(), now);
    if (asset.status() != was) {
      assets.save(asset);
      outbox.append(OrderEvents.becameBySystem(asset, was, cause, now));
    }
  }

  private void fall(
      TierConfigurationRequest setup, TierConfiguration own, String why, Actor cause, Instant now) {
    Stamp bySystem = new Stamp(now, null);
    TierConfigurationRequestStatus from = setup.status();
    setup.fall(why, bySystem);
    own.dismiss(setup.id(), bySystem);
    setups.save(setup);
    configurations.save(own);
    chronicle.tell(cause, TierEvents.became(setup, from, cause, bySystem), why);
  }

  private record OrderOfAsset(Asset asset, FulfillmentRequest request) {}
}
