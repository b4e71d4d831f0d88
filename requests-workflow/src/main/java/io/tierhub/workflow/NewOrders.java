package io.tierhub.workflow;

import io.tierhub.fulfillment.AccountsInOrders;
import io.tierhub.fulfillment.Asset;
import io.tierhub.fulfillment.AssetId;
import io.tierhub.fulfillment.Assets;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.fulfillment.FulfillmentRequests;
import io.tierhub.fulfillment.OrderedItem;
import io.tierhub.fulfillment.Sale;
import io.tierhub.fulfillment.TierChain;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.IdKind;
import io.tierhub.kernel.Ids;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;
import io.tierhub.parameter.ParameterValues;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes down an order that was judged: the asset, its first request, and who is now in use. */
@Component
class NewOrders {

  private static final Logger LOG = LoggerFactory.getLogger(NewOrders.class);

  private final Assets assets;
  private final FulfillmentRequests requests;
  private final AccountsInOrders accounts;
  private final BeginOrders begin;
  private final Ids ids;
  private final Outbox outbox;
  private final Chronicle chronicle;
  private final Clock clock;

  NewOrders(
      Assets assets,
      FulfillmentRequests requests,
      AccountsInOrders accounts,
      BeginOrders begin,
      Ids ids,
      Outbox outbox,
      Chronicle chronicle,
      Clock clock) {
    this.assets = assets;
    this.requests = requests;
    this.accounts = accounts;
    this.begin = begin;
    this.ids = ids;
    this.outbox = outbox;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  /**
   * @throws Refused with {@link Refusal#REQUEST_DUPLICATE} and what a caller needs to go on with
   *     the order that it has placed already (wire-format §6.3)
   */
  void requireNew(Sale sale, String externalUid) {
    assets
        .ordered(sale, externalUid)
        .ifPresent(ordered -> {
          Map<String, Object> facts = new LinkedHashMap<>();
          facts.put("request_id", ordered.request().value());
          facts.put("request_status", Lifecycle.wire(ordered.requestStatus()));
          facts.put("asset_id", ordered.asset().value());
          facts.put("asset_status", Lifecycle.wire(ordered.assetStatus()));
          if (ordered.failMessage() != null) {
            facts.put("fail_message", ordered.failMessage());
          }
          throw Refused.at(
                  Refusal.REQUEST_DUPLICATE,
                  "/asset/external_uid",
                  "%s was ordered with this external_uid already, as %s."
                      .formatted(ordered.asset(), ordered.request()))
              .with(facts);
        });
  }

  /**
   * @param configurationLevel of the product
   * @param asDraft whether it is the distributor's own until submitted: nothing waits for it, and
   *     nothing is in use by it
   */
  FulfillmentRequestId place(
      Actor actor,
      Sale sale,
      Asset.Terms terms,
      TierChain chain,
      List<OrderedItem> items,
      ParameterValues values,
      int configurationLevel,
      boolean asDraft) {
    Stamp now = new Stamp(clock.instant(), actor.user());
    AssetId id = new AssetId(ids.next(IdKind.ASSET));
    Asset asset = Asset.purchase(id, sale, terms, chain, items, values, asDraft, now);
    FulfillmentRequest request = FulfillmentRequest.purchase(asset, now);
    if (!asDraft) {
      begin.begin(request, begin.awaited(actor, asset, configurationLevel, now.at()), now.at());
    }
    assets.add(asset);
    requests.add(request);
    if (!asDraft) {
      accounts.bind(chain, sale);
    }
    outbox.append(OrderEvents.created(asset, actor, now.at()));
    chronicle.tell(actor, OrderEvents.created(request, actor, now.at()));
    LOG.info("{} {} by {}", request.id(), request.status(), actor.account());
    return request.id();
  }
}
