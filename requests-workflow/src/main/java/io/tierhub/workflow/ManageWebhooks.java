package io.tierhub.workflow;

import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.Products;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.DomainEvent;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.IdKind;
import io.tierhub.kernel.Ids;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Stamp;
import io.tierhub.webhook.Deliveries;
import io.tierhub.webhook.DeliveryId;
import io.tierhub.webhook.DeliveryStatus;
import io.tierhub.webhook.ObjectClass;
import io.tierhub.webhook.Webhook;
import io.tierhub.webhook.WebhookId;
import io.tierhub.webhook.WebhookSecrets;
import io.tierhub.webhook.Webhooks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, changes and ends webhooks: everybody its own, of its own environment. */
@Service
public class ManageWebhooks {

  private static final Logger LOG = LoggerFactory.getLogger(ManageWebhooks.class);

  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final Products products;
  private final Ids ids;
  private final Outbox outbox;
  private final Clock clock;

  ManageWebhooks(
      Webhooks webhooks,
      Deliveries deliveries,
      Products products,
      Ids ids,
      Outbox outbox,
      Clock clock) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.products = products;
    this.ids = ids;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * What is wanted of a webhook.
   *
   * @param jwtSecret with which its tokens are to be signed; null if that is left to us
   */
  public record Wanted(Webhook.Profile profile, @Nullable String jwtSecret) {}

  /**
   * A webhook and the secrets that were just made for it.
   *
   * @param shown what its owner cannot know yet
   */
  public record Issued(WebhookId id, WebhookSecrets.Pair shown) {}

  @Transactional
  public Issued open(Actor actor, Supplier<Wanted> wanted) {
    Wanted what = wanted.get();
    requireFits(actor, what.profile(), null);
    if (webhooks.count(actor) >= Webhook.MOST) {
      throw Refused.at(
          Refusal.INVALID, "", "A company has no more than " + Webhook.MOST + " webhooks.");
    }
    WebhookId id = new WebhookId(ids.next(IdKind.WEBHOOK));
    Stamp created = stamp(actor);
    WebhookSecrets secrets = WebhookSecrets.first(what.jwtSecret(), created.at());
    webhooks.add(
        Webhook.open(id, actor.account(), actor.environment(), what.profile(), secrets, created));
    tell("created", id, actor);
    return new Issued(id, secrets.current());
  }

  /**
   * @param edit makes the new one out of the current one
   */
  @Transactional
  public WebhookId change(Actor actor, WebhookId id, Function<Webhook.Profile, Wanted> edit) {
    Webhook webhook = lock(actor, id);
    Webhook.Snapshot before = webhook.snapshot();
    Wanted to = edit.apply(before.profile());
    requireFits(actor, to.profile(), before.profile().product());
    if (!to.profile().equals(before.profile())) {
      webhook.describe(to.profile(), stamp(actor));
    }
    String secret = to.jwtSecret();
    if (secret != null && !secret.equals(before.secrets().current().jwt())) {
      webhook.signTokensWith(secret, stamp(actor));
    }
    if (!webhook.snapshot().equals(before)) {
      webhooks.save(webhook);
      tell("changed", id, actor);
    }
    return id;
  }

  @Transactional
  public void delete(Actor actor, WebhookId id) {
    lock(actor, id);
    webhooks.remove(id);
    tell("deleted", id, actor);
  }

  /**
   * Draws new secrets.
   *
   * @param overlap how long those that sign now go on signing; none if they have leaked
   */
  @Transactional
  public Issued rotate(Actor actor, WebhookId id, Duration overlap) {
    Webhook webhook = lock(actor, id);
    webhook.rotate(overlap, stamp(actor));
    webhooks.save(webhook);
    tell("rotated", id, actor);
    return new Issued(id, webhook.snapshot().secrets().current());
  }

  /** Has the webhook called at once, without anything having happened, for a try. */
  @Transactional
  public DeliveryId trigger(Actor actor, WebhookId id) {
    lock(actor, id);
    DeliveryId made = deliveries.trigger(id, actor.trace(), clock.instant());
    tell("triggered", id, actor);
    return made;
  }

  /** Has a delivery made again, as one of its own. */
  @Transactional
  public DeliveryId replay(Actor actor, DeliveryId again) {
    requireOwner(
        actor, webhooks.lock(actor, again.webhook()).orElseThrow(() -> Refused.notFound(again)));
    DeliveryId made =
        deliveries.replay(again, clock.instant()).orElseThrow(() -> Refused.notFound(again));
    tell("replayed", again.webhook(), actor);
    return made;
  }

  /**
   * What is to be delivered again.
   *
   * @param only deliveries of that status; null for all
   */
  public record Span(Instant from, Instant to, @Nullable DeliveryStatus only) {}

  /**
   * Has what was delivered, or was not, in a span of time delivered again.
   *
   * @param wanted asked for only once it is known that the actor may
   * @return how many
   */
  @Transactional
  public int replay(Actor actor, WebhookId id, Supplier<Span> wanted) {
    lock(actor, id);
    Span span = wanted.get();
    int many = deliveries.replayable(id, span.from(), span.to(), span.only());
    if (many > Deliveries.MOST_REPLAYED) {
      throw Refused.at(
          Refusal.INVALID,
          "/to",
          "%d deliveries are in this time; no more than %d can be replayed at once."
              .formatted(many, Deliveries.MOST_REPLAYED));
    }
    int made = deliveries.replay(id, span.from(), span.to(), span.only(), clock.instant());
    tell("replayed", id, actor);
    return made;
  }

  private Webhook lock(Actor actor, WebhookId id) {
    Webhook webhook = webhooks.lock(actor, id).orElseThrow(() -> Refused.notFound(id));
    requireOwner(actor, webhook);
    return webhook;
  }

  private static void requireOwner(Actor actor, Webhook webhook) {
    if (!actor.is(webhook.owner())) {
      throw Refused.because(Refusal.FORBIDDEN, "Only its owner may change " + webhook.id() + ".");
    }
  }

  /**
   * @param known a product that it was about before, if any
   */
  private void requireFits(Actor actor, Webhook.Profile wanted, @Nullable ProductId known) {
    Faults faults = new Faults();
    ProductId product = wanted.product();
    if (product != null && !product.equals(known) && !products.isVisible(actor, product)) {
      faults.add(Refusal.INVALID, "/product_id", "There is no product " + product + ".");
    }
    if (wanted.type().validates()) {
      if (actor.role() != Role.VENDOR) {
        faults.add(Refusal.INVALID, "/type", "Only vendors validate.");
      }
      if (wanted.objectClass() != ObjectClass.TIER_CONFIG_REQUEST) {
        faults.add(Refusal.INVALID, "/object_class", "What is validated is a tier_config_request.");
      }
    }
    faults.refuseIfAny();
  }

  private Stamp stamp(Actor actor) {
    return new Stamp(clock.instant(), actor.user());
  }

  private void tell(String what, WebhookId id, Actor actor) {
    outbox.append(
        new DomainEvent(
            "webhook." + what,
            id.value(),
            actor.account(),
            null,
            null,
            actor.environment(),
            clock.instant(),
            actor.user(),
            actor.trace(),
            Map.of()));
    LOG.info("{} {} by {}", id, what, actor.user().id());
  }
}
