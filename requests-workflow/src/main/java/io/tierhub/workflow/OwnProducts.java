package io.tierhub.workflow;

import io.tierhub.catalog.Product;
import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.Products;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.DomainEvent;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a vendor does to its products: one at a time, and told to whoever reads the feed. */
@Component
class OwnProducts {

  private final Products products;
  private final Outbox outbox;
  private final Clock clock;

  OwnProducts(Products products, Outbox outbox, Clock clock) {
    this.products = products;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * The product, with nobody else changing it or anything of it until the transaction ends.
   *
   * @throws Refused if the actor does not see it, or sees it and is not its vendor
   */
  Product lock(Actor actor, ProductId id) {
    Product product = products.lock(actor, id).orElseThrow(() -> Refused.notFound(id));
    if (!actor.is(product.vendor())) {
      throw Refused.because(Refusal.FORBIDDEN, "Only its vendor may change " + id + ".");
    }
    return product;
  }

  Stamp stamp(Actor actor) {
    return new Stamp(clock.instant(), actor.user());
  }

  void tell(String what, Product product, Actor actor, Map<String, Object> data) {
    outbox.append(
        new DomainEvent(
            what,
            product.id().value(),
            product.vendor(),
            product.vendor(),
            product.id().value(),
            actor.environment(),
            clock.instant(),
            actor.user(),
            actor.trace(),
            data));
  }
}
