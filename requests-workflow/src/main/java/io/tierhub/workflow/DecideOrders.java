package io.tierhub.workflow;

import io.tierhub.fulfillment.AccountsInOrders;
import io.tierhub.fulfillment.Asset;
import io.tierhub.fulfillment.AssetStatus;
import io.tierhub.fulfillment.Assets;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.fulfillment.FulfillmentRequestStatus;
import io.tierhub.fulfillment.FulfillmentRequestType;
import io.tierhub.fulfillment.FulfillmentRequests;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.parameter.ParameterScope;
import io.tierhub.parameter.ParameterSet;
import io.tierhub.parameter.ParameterSets;
import io.tierhub.parking.Blockers;
import io.tierhub.parking.Waiter;
import io.tierhub.tierconfig.TierConfigurations;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The answer to a fulfillment request, and what becomes of its asset (design §4.11). */
@Service
public class DecideOrders {

  private static final Logger LOG = LoggerFactory.getLogger(DecideOrders.class);

  private final Assets assets;
  private final FulfillmentRequests requests;
  private final AccountsInOrders accounts;
  private final TierConfigurations configurations;
  private final Blockers blockers;
  private final ParameterSets parameters;
  private final Tiles tiles;
  private final Outbox outbox;
  private final Chronicle chronicle;
  private final Clock clock;

  DecideOrders(
      Assets assets,
      FulfillmentRequests requests,
      AccountsInOrders accounts,
      TierConfigurations configurations,
      Blockers blockers,
      ParameterSets parameters,
      Tiles tiles,
      Outbox outbox,
      Chronicle chronicle,
      Clock clock) {
    this.assets = assets;
    this.requests = requests;
    this.accounts = accounts;
    this.configurations = configurations;
    this.blockers = blockers;
    this.parameters = parameters;
    this.tiles = tiles;
    this.outbox = outbox;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  /**
   * The vendor did what was asked: it holds of the asset from now on.
   *
   * @param wanted which template the customer is shown
   * @param effective from when it holds; from now on if nothing is said
   */
  @Transactional
  public FulfillmentRequestId approve(
      Actor actor, FulfillmentRequestId id, WantedTile wanted, @Nullable Instant effective) {
    FulfillmentRequest seen = see(actor, id);
    if (seen.type() == FulfillmentRequestType.CANCEL) {
      holdAccounts(seen);
    }
    decide(
        actor,
        seen,
        (request, asset, now) -> {
          request.requireCan(FulfillmentRequest.Action.APPROVE, actor);
          ParameterSet asked = parameters.of(request.sale().product(), ParameterScope.ASSET);
          if (request.type().needsValues()) {
            RequestValues.requireComplete(
                asked, request.values(), Refusal.REQUEST_INCOMPLETE, "/asset/params");
          }
          request.approve(actor, tiles.ofAsset(asked, wanted, request.values()), effective, now);
          asset.approved(request, now);
        });
    return id;
  }

  @Transactional
  public FulfillmentRequestId fail(Actor actor, FulfillmentRequestId id, String reason) {
    FulfillmentRequest seen = see(actor, id);
    if (seen.type() == FulfillmentRequestType.PURCHASE) {
      holdAccounts(seen);
    }
    Waiter waiter = new Waiter.Order(id);
    // Configurations come before all rows; only a parked order has any, and it gets none anew.
    configurations.lockAll(blockers.of(waiter));
    decide(
        actor,
        seen,
        (request, asset, now) -> {
          request.fail(actor, reason, now);
          asset.failed(request.type(), now);
        });
    blockers.removeAll(waiter);
    return id;
  }

  /** What ends an asset ends what its accounts are in use for: they come before all rows. */
  private void holdAccounts(FulfillmentRequest request) {
    accounts.holdShared(assets.tiers(request.asset()).roles().keySet());
  }

  private FulfillmentRequest see(Actor actor, FulfillmentRequestId id) {
    return requests.peek(actor, id).orElseThrow(() -> Refused.notFound(id));
  }

  /** The asset's row is locked first, as whoever makes the next request does. */
  private void decide(Actor actor, FulfillmentRequest seen, Decision decision) {
    Asset asset = assets.lock(seen.asset());
    FulfillmentRequest request = requests.lock(seen.id());
    FulfillmentRequestStatus from = request.status();
    AssetStatus was = asset.status();
    Instant now = clock.instant();
    decision.take(request, asset, now);
    requests.save(request);
    assets.save(asset);
    chronicle.tell(
        actor, OrderEvents.became(request, from, actor, now), request.snapshot().reason());
    if (asset.status() != was) {
      outbox.append(OrderEvents.became(asset, was, actor, now));
    } else if (request.status() == FulfillmentRequestStatus.APPROVED) {
      outbox.append(OrderEvents.adopted(asset, request, actor, now));
    }
    LOG.info("{} {} -> {} by {}", request.id(), from, request.status(), actor.account());
  }

  @FunctionalInterface
  private interface Decision {
    void take(FulfillmentRequest request, Asset asset, Instant now);
  }
}
