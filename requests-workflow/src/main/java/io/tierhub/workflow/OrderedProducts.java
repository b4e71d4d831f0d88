package io.tierhub.workflow;

import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ProductId;
import io.tierhub.fulfillment.Asset;
import io.tierhub.fulfillment.ItemOnSale;
import io.tierhub.fulfillment.OrderedItem;
import io.tierhub.fulfillment.ProductOnSale;
import io.tierhub.fulfillment.Quantity;
import io.tierhub.fulfillment.SalesChannel;
import io.tierhub.fulfillment.SalesChannels;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.partner.MarketplaceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what an order wants in the catalog: the connection, the marketplace and the items. */
@Component
class OrderedProducts {

  private final SalesChannels channels;

  OrderedProducts(SalesChannels channels) {
    this.channels = channels;
  }

  /**
   * @param at where the request names what it wants
   */
  ProductOnSale product(ProductId id, String at) {
    return channels
        .product(id)
        .orElseThrow(() -> Refused.at(Refusal.INVALID, at + "/product/id", notOffered(id)));
  }

  /** The connection that was named, or the only one there is. */
  SalesChannel channel(
      Actor actor, ProductOnSale product, @Nullable ConnectionId named, String at) {
    List<SalesChannel> candidates = channels.of(actor.account(), product.id(), actor.environment());
    if (candidates.isEmpty()) {
      // No more than of a product that does not exist: it is not the caller's to know of.
      throw Refused.at(Refusal.INVALID, at + "/product/id", notOffered(product.id()));
    }
    requireOrderable(actor, product, at);
    if (named == null) {
      return onlyOne(product, candidates, at);
    }
    return named(candidates, named)
        .orElseThrow(() ->
            refusedWith(
                candidates,
                "%s is no active connection of yours to %s in %s."
                    .formatted(named, product.id(), actor.environment().wire()),
                at));
  }

  static void requireOrderable(Actor actor, ProductOnSale product, String at) {
    if (!product.isOrderableIn(actor.environment())) {
      throw Refused.at(
          Refusal.PRODUCT_STATE,
          at + "/product/id",
          "%s cannot be ordered in %s: its status is %s."
              .formatted(product.id(), actor.environment().wire(), product.status()));
    }
  }

  /**
   * The connection that something was agreed through, which may have ended since.
   *
   * @throws Refused with {@link Refusal#CONNECTION_STATE} if nothing more can be asked through it
   */
  SalesChannel stillActive(
      PartnerId distributor,
      ProductId product,
      Environment environment,
      ConnectionId connection,
      String pointer) {
    return named(channels.of(distributor, product, environment), connection)
        .orElseThrow(() ->
            Refused.at(
                Refusal.CONNECTION_STATE,
                pointer,
                "%s is not active any more: nothing can be asked through it."
                    .formatted(connection)));
  }

  private static Optional<SalesChannel> named(List<SalesChannel> among, ConnectionId connection) {
    return among.stream()
        .filter(candidate -> candidate.connection().equals(connection))
        .findFirst();
  }

  private static SalesChannel onlyOne(
      ProductOnSale product, List<SalesChannel> candidates, String at) {
    if (candidates.size() == 1) {
      return candidates.getFirst();
    }
    String names = String.join(", ", candidates.stream().map(c -> c.connection().value()).toList());
    throw refusedWith(
        candidates,
        "Several connections lead to %s, name one: %s.".formatted(product.id(), names),
        at);
  }

  private static Refused refusedWith(List<SalesChannel> candidates, String message, String at) {
    return Refused.at(Refusal.INVALID, at + "/connection/id", message)
        .with(
            Map.of(
                "candidates",
                candidates.stream()
                    .map(c -> Map.of("id", c.connection().value(), "hub", c.hub().value()))
                    .toList()));
  }

  /** The marketplace that was named, or the only one that the hub serves. */
  @Nullable MarketplaceId marketplace(
      Actor actor, SalesChannel channel, @Nullable MarketplaceId named, String at) {
    if (named == null) {
      List<MarketplaceId> served = channels.marketplacesOf(channel.hub());
      return served.size() == 1 ? served.getFirst() : null;
    }
    if (!channels.isMarketplaceOf(actor.account(), named)) {
      throw Refused.at(Refusal.INVALID, at, "There is no marketplace " + named + " of yours.");
    }
    return named;
  }

  /** What is bought by these lines. */
  List<OrderedItem> bought(ProductId product, List<OrderLine> lines) {
    List<OrderedItem> items = new ArrayList<>();
    read(
        product,
        lines,
        Quantity::positive,
        "Expected a positive number, such as 5 or 2.5, or unlimited.",
        (item, quantity, pointer) -> items.add(OrderedItem.bought(item, quantity)));
    return items;
  }

  /** What becomes of an asset's items by these lines; what no line names stays as it is. */
  List<OrderedItem> changed(Asset asset, List<OrderLine> lines) {
    Map<String, OrderedItem> items = new LinkedHashMap<>();
    asset.items().forEach(item -> items.put(item.id(), item.kept()));
    read(
        asset.sale().product(),
        lines,
        Quantity::of,
        "Expected a number, such as 5 or 2.5, unlimited, or 0 to take the item away.",
        (item, quantity, pointer) -> {
          OrderedItem before = items.get(item.id());
          OrderedItem next =
              before == null ? OrderedItem.bought(item, quantity) : before.becoming(quantity);
          if (before == null && !next.remains()) {
            throw Refused.at(
                Refusal.INVALID,
                pointer + "/quantity",
                "%s has no %s that could be taken away.".formatted(asset.id(), item.id()));
          }
          items.put(item.id(), next);
        });
    return List.copyOf(items.values());
  }

  private void read(
      ProductId product,
      List<OrderLine> lines,
      Function<String, Optional<Quantity>> quantities,
      String expected,
      LineReader reader) {
    List<ItemOnSale> onSale = channels.items(product);
    Set<String> seen = new HashSet<>();
    Faults faults = new Faults();
    for (int i = 0; i < lines.size(); i++) {
      OrderLine line = lines.get(i);
      String pointer = "/asset/items/" + i;
      Optional<Quantity> quantity = quantities.apply(line.quantity());
      if (quantity.isEmpty()) {
        faults.add(Refusal.INVALID, pointer + "/quantity", expected);
      }
      faults.check(() -> {
        ItemOnSale item = item(product, onSale, line, pointer);
        if (!seen.add(item.id())) {
          throw Refused.at(Refusal.INVALID, pointer, item.id() + " is ordered twice.");
        }
        quantity.ifPresent(q -> reader.read(item, q, pointer));
      });
    }
    faults.refuseIfAny();
  }

  private static ItemOnSale item(
      ProductId product, List<ItemOnSale> onSale, OrderLine line, String pointer) {
    String id = line.id();
    String what = id == null ? String.valueOf(line.mpn()) : id;
    return onSale.stream()
        .filter(item -> id == null ? item.mpn().equals(what) : item.id().equals(what))
        .findFirst()
        .orElseThrow(() ->
            Refused.at(
                Refusal.INVALID,
                pointer + (id == null ? "/mpn" : "/id"),
                "There is no item %s of %s.".formatted(what, product)));
  }

  private static String notOffered(ProductId id) {
    return "There is no product " + id + " that an active connection of yours leads to.";
  }

  /** What is done with a line of which nothing is wrong by itself. */
  @FunctionalInterface
  private interface LineReader {
    void read(ItemOnSale item, Quantity quantity, String pointer);
  }
}
