package io.tierhub.workflow;

import io.tierhub.catalog.Connection;
import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ConnectionStatus;
import io.tierhub.catalog.Connections;
import io.tierhub.catalog.Product;
import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.ProductStatus;
import io.tierhub.catalog.Products;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.DomainEvent;
import io.tierhub.kernel.IdKind;
import io.tierhub.kernel.Ids;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Stamp;
import io.tierhub.partner.HubId;
import io.tierhub.partner.Hubs;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Connects products with hubs, from either end, and moves connections between their statuses. */
@Service
public class ManageConnections {

  private static final Logger LOG = LoggerFactory.getLogger(ManageConnections.class);

  private final Products products;
  private final Connections connections;
  private final Hubs hubs;
  private final Ids ids;
  private final Outbox outbox;
  private final Clock clock;

  ManageConnections(
      Products products, Connections connections, Hubs hubs, Ids ids, Outbox outbox, Clock clock) {
    this.products = products;
    this.connections = connections;
    this.hubs = hubs;
    this.ids = ids;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Connects a product with a hub in the actor's environment.
   *
   * @param wanted asked for only once it is known that the actor may connect the product
   */
  @Transactional
  public ConnectionId connect(Actor actor, ProductId id, Supplier<Target> wanted) {
    Product product = connectable(actor, id);
    Target target = wanted.get();
    HubId hub = target.hub();
    PartnerId distributor = owner(actor, hub, target.provider());
    Connection connection =
        Connection.establish(
            new ConnectionId(ids.next(IdKind.CONNECTION)),
            new Connection.Ends(id, product.vendor(), distributor, hub, actor.environment()),
            actor.role(),
            stamp(actor));
    connections.add(connection);
    tell(
        "connection.created",
        connection,
        actor,
        Map.of("to", Lifecycle.wire(connection.status()), "hub", hub.value()));
    return connection.id();
  }

  /**
   * @param wanted asked for only once it is known that the actor may move the connection
   */
  @Transactional
  public ConnectionId moveTo(
      Actor actor, ProductId product, ConnectionId id, Supplier<ConnectionStatus> wanted) {
    Connection connection =
        connections.lock(actor, product, id).orElseThrow(() -> Refused.notFound(id));
    requirePartner(actor);
    ConnectionStatus from = connection.status();
    connection.moveTo(wanted.get(), actor.role(), stamp(actor));
    if (connection.status() == from) {
      return id;
    }
    connections.save(connection);
    tell(
        "connection." + Lifecycle.wire(connection.status()),
        connection,
        actor,
        Map.of("from", Lifecycle.wire(from), "to", Lifecycle.wire(connection.status())));
    LOG.info("{} {} -> {} by {}", id, from, connection.status(), actor.account());
    return id;
  }

  /** A distributor may connect to what is on sale, though it sees the product only afterwards. */
  private Product connectable(Actor actor, ProductId id) {
    Product product = products.peek(id).orElseThrow(() -> Refused.notFound(id));
    boolean onSale =
        actor.role() == Role.DISTRIBUTOR && product.status() == ProductStatus.PUBLISHED;
    if (!onSale && !products.isVisible(actor, id)) {
      throw Refused.notFound(id);
    }
    requirePartner(actor);
    return product;
  }

  private PartnerId owner(Actor actor, HubId hub, @Nullable PartnerId provider) {
    PartnerId expected = actor.role() == Role.DISTRIBUTOR ? actor.account() : provider;
    return hubs.ownerOf(hub)
        .filter(owner -> expected == null || owner.equals(expected))
        .orElseThrow(() ->
            Refused.at(
                Refusal.INVALID,
                "/hub/id",
                expected == null
                    ? "There is no hub " + hub + "."
                    : "There is no hub " + hub + " of " + expected + "."));
  }

  private static void requirePartner(Actor actor) {
    if (actor.role() == Role.OPS) {
      throw Refused.because(
          Refusal.FORBIDDEN, "Ops reads only: connections belong to vendor and distributor.");
    }
  }

  private Stamp stamp(Actor actor) {
    return new Stamp(clock.instant(), actor.user());
  }

  private void tell(String what, Connection connection, Actor actor, Map<String, Object> data) {
    Connection.Ends ends = connection.ends();
    outbox.append(
        new DomainEvent(
            what,
            connection.id().value(),
            ends.distributor(),
            ends.vendor(),
            ends.product().value(),
            ends.environment(),
            clock.instant(),
            actor.user(),
            actor.trace(),
            data));
  }

  /**
   * What to connect with.
   *
   * @param provider whose hub it is meant to be, if the caller says so
   */
  public record Target(HubId hub, @Nullable PartnerId provider) {}
}
