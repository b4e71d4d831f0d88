package io.tierhub.workflow;

import io.tierhub.account.TierAccountId;
import io.tierhub.fulfillment.AccountInOrder;
import io.tierhub.fulfillment.AccountsInOrders;
import io.tierhub.fulfillment.Asset;
import io.tierhub.fulfillment.AssetStatus;
import io.tierhub.fulfillment.Assets;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.fulfillment.FulfillmentRequestStatus;
import io.tierhub.fulfillment.FulfillmentRequests;
import io.tierhub.fulfillment.ProductOnSale;
import io.tierhub.fulfillment.Tier;
import io.tierhub.fulfillment.TierChain;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the draft of an order: from then on it is as if it had just been placed. A draft has held
 * nothing, so all that it is about is judged again.
 */
@Service
public class SubmitOrders {

  private static final Logger LOG = LoggerFactory.getLogger(SubmitOrders.class);

  private final Assets assets;
  private final FulfillmentRequests requests;
  private final AccountsInOrders accounts;
  private final OrderedProducts products;
  private final ParameterSets parameters;
  private final BeginOrders begin;
  private final Outbox outbox;
  private final Chronicle chronicle;
  private final Clock clock;

  SubmitOrders(
      Assets assets,
      FulfillmentRequests requests,
      AccountsInOrders accounts,
      OrderedProducts products,
      ParameterSets parameters,
      BeginOrders begin,
      Outbox outbox,
      Chronicle chronicle,
      Clock clock) {
    this.assets = assets;
    this.requests = requests;
    this.accounts = accounts;
    this.products = products;
    this.parameters = parameters;
    this.begin = begin;
    this.outbox = outbox;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  /**
   * @throws Refused naming every value with an error, or what has changed since it was drafted
   */
  @Transactional
  public FulfillmentRequestId submit(Actor actor, FulfillmentRequestId id) {
    FulfillmentRequest seen = requests.peek(actor, id).orElseThrow(() -> Refused.notFound(id));
    seen.requireCan(FulfillmentRequest.Action.SUBMIT, actor);
    Asset draft = assets.peek(actor, seen.asset()).orElseThrow(() -> Refused.notFound(id));
    Instant now = clock.instant();
    ProductOnSale product = requireStillSold(actor, draft);
    holdLiving(draft.tiers());
    List<TierConfiguration> awaited =
        begin.awaited(actor, draft, product.configurationLevel(), now);
    Asset asset = assets.lock(seen.asset());
    FulfillmentRequest request = requests.lock(id);
    FulfillmentRequestStatus from = request.status();
    AssetStatus was = asset.status();
    RequestValues.requireNoErrors(
        parameters.of(product.id(), ParameterScope.ASSET),
        request.values(),
        Refusal.REQUEST_INCOMPLETE,
        "/asset/params");
    request.submit(actor, now);
    asset.process(now);
    begin.begin(request, awaited, now);
    assets.save(asset);
    requests.save(request);
    accounts.bind(asset.tiers(), asset.sale());
    outbox.append(OrderEvents.became(asset, was, actor, now));
    chronicle.tell(actor, OrderEvents.became(request, from, actor, now));
    LOG.info("{} {} -> {} by {}", id, from, request.status(), actor.account());
    return id;
  }

  private ProductOnSale requireStillSold(Actor actor, Asset draft) {
    ProductOnSale product = products.product(draft.sale().product(), "/asset");
    products.channel(actor, product, draft.snapshot().terms().connection(), "/asset");
    return product;
  }

  /** As an order holds its accounts; each is named that was decommissioned since. */
  private void holdLiving(TierChain chain) {
    SortedMap<TierAccountId, Set<Tier>> roles = new TreeMap<>(TierChain.BY_ID);
    chain.roles().forEach((id, tiers) -> roles.put(id, EnumSet.copyOf(tiers)));
    Set<TierAccountId> living =
        accounts.hold(roles).stream().map(AccountInOrder::id).collect(Collectors.toSet());
    Faults faults = new Faults();
    roles.forEach((id, tiers) -> {
      if (!living.contains(id)) {
        faults.add(
            Refusal.TIERS_INVALID,
            tiers.iterator().next().pointer() + "/id",
            id + " is decommissioned.");
      }
    });
    faults.refuseIfAny();
  }
}
