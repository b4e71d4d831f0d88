package io.tierhub.workflow;

import io.tierhub.fulfillment.Asset;
import io.tierhub.fulfillment.OrderedItem;
import io.tierhub.fulfillment.ProductOnSale;
import io.tierhub.fulfillment.Sale;
import io.tierhub.fulfillment.SalesChannel;
import io.tierhub.fulfillment.TierChain;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.parameter.ParameterScope;
import io.tierhub.parameter.ParameterSet;
import io.tierhub.parameter.ParameterSets;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.partner.MarketplaceId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the orders of distributors (design §4.12). */
@Service
public class OrderProducts {

  /** Where an order names what it wants. */
  private static final String AT = "/asset";

  private final OrderedProducts products;
  private final FindTiers find;
  private final OrderedTiers tiers;
  private final ParameterSets parameters;
  private final RequestValues values;
  private final NewOrders orders;

  OrderProducts(
      OrderedProducts products,
      FindTiers find,
      OrderedTiers tiers,
      ParameterSets parameters,
      RequestValues values,
      NewOrders orders) {
    this.products = products;
    this.find = find;
    this.tiers = tiers;
    this.parameters = parameters;
    this.values = values;
    this.orders = orders;
  }

  /**
   * Makes an asset and the request that asks the vendor for it, or the draft of both if the
   * distributor wants that and the product validates drafts. Accounts are opened with a draft too:
   * it can then be shown with its tiers, and keeps nobody's data beside the accounts.
   *
   * @throws Refused with {@link Refusal#REQUEST_DUPLICATE} if it was ordered already, else naming
   *     every fault of the order
   */
  @Transactional
  public PlacedOrder purchase(Actor actor, PurchaseOrder order) {
    if (actor.role() != Role.DISTRIBUTOR) {
      throw Refused.because(Refusal.FORBIDDEN, "Only distributors order.");
    }
    Faults faults = new Faults();
    Judged judged = judge(actor, order, faults);
    FoundTiers found = find.find(actor, order.tiers(), judged.channel, faults);
    ParameterValues ordered = ordered(actor, judged.product, order, faults);
    faults.refuseIfAny();
    SalesChannel channel = given(judged.channel);
    Sale sale = sale(actor, given(judged.product));
    boolean asDraft = order.draft() && given(judged.product).validatesOrderDrafts();
    TierChain chain =
        asDraft
            ? tiers.draftedChain(actor, found, channel.hub())
            : tiers.chain(actor, found, channel.hub());
    String uid = order.externalUid() == null ? UUID.randomUUID().toString() : order.externalUid();
    Asset.Terms terms =
        new Asset.Terms(channel.connection(), judged.marketplace, order.externalId(), uid);
    return new PlacedOrder(
        orders.place(
            actor,
            sale,
            terms,
            chain,
            given(judged.items),
            ordered,
            given(judged.product).configurationLevel(),
            asDraft),
        found.warnings());
  }

  private Judged judge(Actor actor, PurchaseOrder order, Faults faults) {
    ProductOnSale product = checked(faults, () -> products.product(order.product(), AT));
    if (product == null) {
      return new Judged(null, null, null, null);
    }
    if (order.externalUid() != null) {
      // Before all faults: whoever repeats an order must learn that it was taken.
      orders.requireNew(sale(actor, product), order.externalUid());
    }
    SalesChannel channel =
        checked(faults, () -> products.channel(actor, product, order.connection(), AT));
    if (channel == null) {
      return new Judged(product, null, null, null);
    }
    MarketplaceId marketplace =
        checked(
            faults,
            () -> products.marketplace(actor, channel, order.marketplace(), "/marketplace/id"));
    List<OrderedItem> items = checked(faults, () -> products.bought(product.id(), order.lines()));
    return new Judged(product, channel, marketplace, items);
  }

  private ParameterValues ordered(
      Actor actor, @Nullable ProductOnSale product, PurchaseOrder order, Faults faults) {
    if (product == null) {
      return ParameterValues.NONE;
    }
    ParameterSet asked = parameters.of(product.id(), ParameterScope.ASSET);
    return values.given(actor, asked, null, ParameterValues.NONE, false, order.values(), faults);
  }

  private static Sale sale(Actor actor, ProductOnSale product) {
    return new Sale(product.id(), product.vendor(), actor.account(), actor.environment());
  }

  /** What was found in the catalog; what is absent is a fault, but for the marketplace. */
  private record Judged(
      @Nullable ProductOnSale product,
      @Nullable SalesChannel channel,
      @Nullable MarketplaceId marketplace,
      @Nullable List<OrderedItem> items) {}

  private static <T extends @Nullable Object> @Nullable T checked(
      Faults faults, Supplier<T> question) {
    Holder<T> holder = new Holder<>();
    faults.check(() -> holder.value = question.get());
    return holder.value;
  }

  private static <T> T given(@Nullable T found) {
    if (found == null) {
      throw new IllegalStateException("absent without a fault");
    }
    return found;
  }

  private static final class Holder<T extends @Nullable Object> {
    private @Nullable T value;
  }
}
