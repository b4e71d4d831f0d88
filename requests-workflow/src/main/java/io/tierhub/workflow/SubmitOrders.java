package io.tierhub.workflow;

import io.tierhub.fulfillment.AccountsInOrders;
import io.tierhub.fulfillment.Asset;
import io.tierhub.fulfillment.Assets;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.fulfillment.FulfillmentRequests;
import io.tierhub.fulfillment.ProductOnSale;
import io.tierhub.fulfillment.SalesChannel;
import io.tierhub.fulfillment.SalesChannels;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.parameter.ParameterScope;
import io.tierhub.parameter.ParameterSets;
import io.tierhub.tierconfig.TierConfiguration;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the draft of an order: from then on it is as if it were ordered just now. What it needs of
 * its tiers is settled, its accounts are in use, and the vendor knows of it (design §4.11).
 */
@Service
public class SubmitOrders {

  private static final String AT = "/asset";
  private static final Logger LOG = LoggerFactory.getLogger(SubmitOrders.class);

  private final Assets assets;
  private final FulfillmentRequests requests;
  private final SalesChannels channels;
  private final OrderedProducts products;
  private final FindTiers find;
  private final OrderedTiers tiers;
  private final AccountsInOrders accounts;
  private final ParameterSets parameters;
  private final BeginOrders begin;
  private final Outbox outbox;
  private final Chronicle chronicle;
  private final Clock clock;

  SubmitOrders(
      Assets assets,
      FulfillmentRequests requests,
      SalesChannels channels,
      OrderedProducts products,
      FindTiers find,
      OrderedTiers tiers,
      AccountsInOrders accounts,
      ParameterSets parameters,
      BeginOrders begin,
      Outbox outbox,
      Chronicle chronicle,
      Clock clock) {
    this.assets = assets;
    this.requests = requests;
    this.channels = channels;
    this.products = products;
    this.find = find;
    this.tiers = tiers;
    this.accounts = accounts;
    this.parameters = parameters;
    this.begin = begin;
    this.outbox = outbox;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  /**
   * Accounts are held before configurations are locked, and those before the asset and its request:
   * as new orders and decisions do.
   *
   * @throws Refused naming everything that stands in the way
   */
  @Transactional
  public FulfillmentRequestId submit(Actor actor, FulfillmentRequestId id) {
    FulfillmentRequest seen = requests.peek(actor, id).orElseThrow(() -> Refused.notFound(id));
    seen.requireCan(FulfillmentRequest.Action.SUBMIT, actor);
    Asset drafted = assets.peek(actor, seen.asset()).orElseThrow(() -> Refused.notFound(id));
    ProductOnSale product = channels.product(seen.sale().product()).orElseThrow();
    hold(actor, seen, drafted, product);
    Instant now = clock.instant();
    List<TierConfiguration> awaited =
        begin.awaited(actor, drafted, product.configurationLevel(), now);
    Asset asset = assets.lock(drafted.id());
    FulfillmentRequest order = requests.lock(id);
    order.requireCan(FulfillmentRequest.Action.SUBMIT, actor);
    if (!order.values().equals(seen.values())) {
      throw new ConcurrencyFailureException(id + " was given values meanwhile");
    }
    order.submit(actor, now);
    asset.process(now);
    begin.begin(order, awaited, now);
    requests.save(order);
    assets.save(asset);
    accounts.bind(asset.tiers(), asset.sale());
    outbox.append(OrderEvents.became(asset, drafted.status(), actor, now));
    chronicle.tell(actor, OrderEvents.became(order, seen.status(), actor, now));
    LOG.info("{} {} -> {} by {}", id, seen.status(), order.status(), actor.account());
    return id;
  }

  /** Judges the draft as a new order is judged, and holds its accounts. */
  private void hold(Actor actor, FulfillmentRequest seen, Asset drafted, ProductOnSale product) {
    Faults faults = new Faults();
    faults.check(() -> OrderedProducts.requireOrderable(actor, product, AT));
    Channel channel = new Channel();
    faults.check(() ->
        channel.open =
            products.stillActive(
                actor.account(),
                product.id(),
                actor.environment(),
                drafted.snapshot().terms().connection(),
                AT + "/connection/id"));
    FoundTiers found = find.again(actor, drafted.tiers(), channel.open, faults);
    faults.check(() ->
        RequestValues.requireNoErrors(
            parameters.of(product.id(), ParameterScope.ASSET),
            seen.values(),
            Refusal.REQUEST_INCOMPLETE,
            AT + "/params"));
    faults.refuseIfAny();
    if (channel.open == null) {
      throw new IllegalStateException("absent without a fault");
    }
    tiers.chain(actor, found, channel.open.hub());
  }

  private static final class Channel {
    private @Nullable SalesChannel open;
  }
}
