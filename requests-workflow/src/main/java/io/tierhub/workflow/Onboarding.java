package io.tierhub.workflow;

import io.tierhub.catalog.Capabilities;
import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.Product;
import io.tierhub.catalog.ProductAction;
import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.ProductItem;
import io.tierhub.catalog.ProductItemId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.IdKind;
import io.tierhub.kernel.Ids;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.UserRef;
import io.tierhub.partner.ApiToken;
import io.tierhub.partner.Hub;
import io.tierhub.partner.HubId;
import io.tierhub.partner.HubInstance;
import io.tierhub.partner.IssuedToken;
import io.tierhub.partner.Marketplace;
import io.tierhub.partner.MarketplaceId;
import io.tierhub.partner.Partner;
import io.tierhub.partner.Partners;
import io.tierhub.partner.User;
import io.tierhub.partner.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a company in: what stands at the beginning, before anybody has a token to call the API with.
 * Whatever comes after it, the company does itself, as the {@link Actor} that this gives it.
 */
@Service
public class Onboarding {

  /** Onboarding happens in no call, so no trace leads to it. */
  private static final String NO_TRACE = "0".repeat(32);

  private final Partners partners;
  private final ManageTokens tokens;
  private final ManageHubs hubs;
  private final ManageProducts products;
  private final ManageConnections connections;
  private final Ids ids;
  private final Clock clock;

  Onboarding(
      Partners partners,
      ManageTokens tokens,
      ManageHubs hubs,
      ManageProducts products,
      ManageConnections connections,
      Ids ids,
      Clock clock) {
    this.partners = partners;
    this.tokens = tokens;
    this.hubs = hubs;
    this.products = products;
    this.connections = connections;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional
  public PartnerId partner(Role role, String name) {
    IdKind kind =
        switch (role) {
          case VENDOR -> IdKind.VENDOR;
          case DISTRIBUTOR -> IdKind.DISTRIBUTOR;
          case OPS -> IdKind.OPS;
        };
    PartnerId id = new PartnerId(ids.next(kind));
    partners.add(new Partner(id, name, null, clock.instant()));
    return id;
  }

  @Transactional
  public UserId user(PartnerId partner, String name, String email) {
    UserId id = new UserId(ids.next(IdKind.USER));
    partners.add(new User(id, partner, name, email, clock.instant()));
    return id;
  }

  /** The first token, with which the company makes all others itself. It never expires. */
  @Transactional
  public IssuedToken token(Actor user, String name) {
    return tokens.issue(user, new ApiToken.Label(name, null, null), null);
  }

  /** A user of the partner as the one who acts. */
  public Actor actor(PartnerId partner, Environment environment, UserId user, String name) {
    return new Actor(partner, environment, new UserRef(user.value(), name), NO_TRACE);
  }

  /**
   * All of it at once: a company with one user and one token.
   *
   * @param name of the company, and its user's after it
   */
  @Transactional
  public Onboarded company(Role role, String name, Environment environment) {
    PartnerId partner = partner(role, name);
    String userName = name + " admin";
    String email = "admin@" + partner.value().toLowerCase(Locale.ROOT) + ".example";
    UserId user = user(partner, userName, email);
    Actor actor = actor(partner, environment, user, userName);
    return new Onboarded(actor, token(actor, name + " token"));
  }

  @Transactional
  public HubId hub(Actor distributor, String name) {
    return hubs.openHub(distributor, () -> new Hub.Profile(name, null, HubInstance.UNNAMED));
  }

  @Transactional
  public MarketplaceId marketplace(Actor distributor, String name, HubId hub) {
    List<Marketplace.Outlet> outlets = List.of(new Marketplace.Outlet(hub, null));
    return hubs.openMarketplace(
        distributor,
        () -> new Marketplace.Profile(name, null, Marketplace.Region.UNKNOWN, outlets));
  }

  /** A product on sale, with one item that is ordered by the piece and charged by the month. */
  @Transactional
  public ProductId product(Actor vendor, String name, Capabilities capabilities) {
    ProductId id =
        products.draft(
            vendor, () -> new ManageProducts.Change(Product.Profile.named(name), capabilities));
    item(vendor, id, name + " seat", "MPN-1");
    return products.take(vendor, id, ProductAction.PUBLISH);
  }

  @Transactional
  public ProductItemId item(Actor vendor, ProductId product, String name, String mpn) {
    return products.addItem(
        vendor,
        product,
        () -> new ProductItem.Profile(name, mpn, "Seat", "reservation", "monthly", null));
  }

  /** A connection in the environment of the actor, who is at one of its ends. */
  @Transactional
  public ConnectionId connection(Actor actor, ProductId product, HubId hub) {
    return connections.connect(actor, product, () -> new ManageConnections.Target(hub, null));
  }

  /**
   * @param actor the company's user, to act as in the same process
   * @param token to call the API with
   */
  public record Onboarded(Actor actor, IssuedToken token) {

    public PartnerId partner() {
      return actor.account();
    }
  }
}
