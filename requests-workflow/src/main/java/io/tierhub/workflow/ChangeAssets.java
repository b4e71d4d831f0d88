package io.tierhub.workflow;

import io.tierhub.fulfillment.Asset;
import io.tierhub.fulfillment.AssetId;
import io.tierhub.fulfillment.AssetStatus;
import io.tierhub.fulfillment.Assets;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.fulfillment.FulfillmentRequestType;
import io.tierhub.fulfillment.FulfillmentRequests;
import io.tierhub.fulfillment.OrderedItem;
import io.tierhub.fulfillment.ProductOnSale;
import io.tierhub.fulfillment.SalesChannels;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Stamp;
import io.tierhub.parameter.ParameterScope;
import io.tierhub.parameter.ParameterSets;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.tierconfig.TierConfiguration;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes requests about assets that are there (design §4.11): the distributor's changes,
 * suspensions, resumptions and cancellations, and the vendor's adjustments.
 */
@Service
public class ChangeAssets {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeAssets.class);

  private final Assets assets;
  private final FulfillmentRequests requests;
  private final SalesChannels channels;
  private final OrderedProducts products;
  private final ParameterSets parameters;
  private final RequestValues values;
  private final BeginOrders begin;
  private final Outbox outbox;
  private final Chronicle chronicle;
  private final Clock clock;

  ChangeAssets(
      Assets assets,
      FulfillmentRequests requests,
      SalesChannels channels,
      OrderedProducts products,
      ParameterSets parameters,
      RequestValues values,
      BeginOrders begin,
      Outbox outbox,
      Chronicle chronicle,
      Clock clock) {
    this.assets = assets;
    this.requests = requests;
    this.channels = channels;
    this.products = products;
    this.parameters = parameters;
    this.values = values;
    this.begin = begin;
    this.outbox = outbox;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  /**
   * @throws Refused with {@link Refusal#REQUEST_OPEN} naming the open request, with {@link
   *     Refusal#ASSET_STATE} naming what the asset's status permits, else naming every fault
   */
  @Transactional
  public PlacedOrder request(Actor actor, AssetOrder order) {
    requireMayRequest(actor, order.type());
    Asset seen =
        assets
            .peek(actor, order.asset())
            .orElseThrow(() ->
                Refused.at(
                    Refusal.INVALID,
                    "/asset/id",
                    "There is no asset " + order.asset() + " of yours."));
    ProductOnSale product = channels.product(seen.sale().product()).orElseThrow();
    Stamp now = new Stamp(clock.instant(), actor.user());
    List<TierConfiguration> awaited =
        order.type().mayWait()
            ? begin.awaited(actor, seen, product.configurationLevel(), now.at())
            : List.of();
    Asset asset = assets.lock(order.asset());
    FulfillmentRequest latest = requests.latest(asset.id());
    requireNoneOpen(latest);
    AssetStatus was = asset.status();
    asset.requested(order.type(), now.at());
    FulfillmentRequest request = judged(actor, order, asset, latest, product, now);
    if (order.type().mayWait()) {
      begin.begin(request, awaited, now.at());
    }
    requests.add(request);
    chronicle.tell(actor, OrderEvents.created(request, actor, now.at()));
    if (asset.status() != was) {
      assets.save(asset);
      outbox.append(OrderEvents.became(asset, was, actor, now.at()));
    }
    LOG.info("{} {} by {}", request.id(), request.status(), actor.account());
    return new PlacedOrder(request.id(), List.of());
  }

  private static void requireMayRequest(Actor actor, FulfillmentRequestType type) {
    boolean adjusts = type == FulfillmentRequestType.ADJUSTMENT;
    if (actor.role() != (adjusts ? Role.VENDOR : Role.DISTRIBUTOR)) {
      throw Refused.because(
          Refusal.FORBIDDEN,
          adjusts ? "Only vendors adjust." : "Only distributors order; a vendor may adjust.");
    }
  }

  private static void requireNoneOpen(FulfillmentRequest latest) {
    if (latest.isOpen()) {
      AssetId asset = latest.asset();
      throw Refused.because(
              Refusal.REQUEST_OPEN, "%s has an open request: %s.".formatted(asset, latest.id()))
          .with(
              Map.of(
                  "asset_id", asset.value(),
                  "request_id", latest.id().value(),
                  "request_type", latest.type().wire(),
                  "request_status", Lifecycle.wire(latest.status())));
    }
  }

  private FulfillmentRequest judged(
      Actor actor,
      AssetOrder order,
      Asset asset,
      FulfillmentRequest latest,
      ProductOnSale product,
      Stamp now) {
    boolean adjusts = order.type() == FulfillmentRequestType.ADJUSTMENT;
    Faults faults = new Faults();
    if (order.type().mayWait()) {
      // What ends or corrects a subscription must stay possible when the companies have parted.
      faults.check(() -> requireConnected(asset));
    }
    if (!adjusts && order.type() != FulfillmentRequestType.CHANGE) {
      faults.refuseIfAny();
      List<OrderedItem> same = asset.items().stream().map(OrderedItem::kept).toList();
      return latest.next(order.type(), same, asset.values(), now);
    }
    Items items = new Items();
    faults.check(() -> items.next = products.changed(asset, order.lines()));
    ParameterValues after =
        values.given(
            actor,
            parameters.of(product.id(), ParameterScope.ASSET),
            asset.id().value(),
            asset.values(),
            adjusts,
            order.values(),
            faults);
    if (!adjusts) {
      requireChange(asset, product, items.next, after, faults);
    }
    faults.refuseIfAny();
    return latest.next(order.type(), items.next, after, now);
  }

  private void requireConnected(Asset asset) {
    products.stillActive(
        asset.sale().distributor(),
        asset.sale().product(),
        asset.sale().environment(),
        asset.snapshot().terms().connection(),
        "/asset/id");
  }

  private static void requireChange(
      Asset asset,
      ProductOnSale product,
      List<OrderedItem> items,
      ParameterValues after,
      Faults faults) {
    boolean otherValues = !after.equals(asset.values());
    if (otherValues && !product.editableOrderingParameters()) {
      faults.add(
          Refusal.INVALID,
          "/asset/params",
          ("What was ordered of %s cannot be changed:"
                  + " capabilities.subscription.change.editable_ordering_parameters is off.")
              .formatted(product.id()));
    }
    if (faults.isEmpty() && !otherValues && items.stream().noneMatch(OrderedItem::hasChanged)) {
      faults.add(Refusal.INVALID, "/asset/items", "Item quantities are not changed.");
    }
  }

  private static final class Items {
    private List<OrderedItem> next = List.of();
  }
}
