package io.tierhub.workflow;

import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.fulfillment.FulfillmentRequestQueries;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.UserRef;
import io.tierhub.query.Document;
import io.tierhub.tieraccountrequest.TierAccountRequestId;
import io.tierhub.tieraccountrequest.TierAccountRequestQueries;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.tierconfigrequest.TierConfigurationRequestQueries;
import io.tierhub.webhook.Circuit;
import io.tierhub.webhook.Deliveries;
import io.tierhub.webhook.Delivery;
import io.tierhub.webhook.Endpoints;
import io.tierhub.webhook.Exchange;
import io.tierhub.webhook.Webhook;
import io.tierhub.webhook.WebhookId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes deliveries: each at least once, and twice only if a crash comes between the endpoint's yes
 * and our commit. No transaction is open, and no connection held, while an endpoint is called.
 */
@Service
public class DeliverWebhooks {

  private static final Logger LOG = LoggerFactory.getLogger(DeliverWebhooks.class);

  /** Then others have their turn. */
  private static final Duration LONGEST_TURN = Duration.ofSeconds(5);

  /** What is finished can be looked at and replayed for that long. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final ThreadFactory NAMED = Thread.ofVirtual().name("webhook-call-", 0).factory();

  private final Deliveries deliveries;
  private final Endpoints endpoints;
  private final FulfillmentRequestQueries orders;
  private final TierConfigurationRequestQueries tierRequests;
  private final TierAccountRequestQueries accountRequests;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DeliverWebhooks(
      Deliveries deliveries,
      Endpoints endpoints,
      FulfillmentRequestQueries orders,
      TierConfigurationRequestQueries tierRequests,
      TierAccountRequestQueries accountRequests,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.deliveries = deliveries;
    this.endpoints = endpoints;
    this.orders = orders;
    this.tierRequests = tierRequests;
    this.accountRequests = accountRequests;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Makes what is due for a webhook, for a while. Nobody else is at it meanwhile.
   *
   * @return when to go on; nothing if nothing waits
   */
  public Optional<Instant> deliver(WebhookId id) {
    long began = System.nanoTime();
    boolean more = true;
    while (more && System.nanoTime() - began < LONGEST_TURN.toNanos()) {
      more = deliverSome(id);
    }
    return Objects.requireNonNull(transaction.execute(_ -> deliveries.next(id)));
  }

  /** Forgets some of what is finished for long; whether there may be more. */
  public boolean forgetSome() {
    return Boolean.TRUE.equals(
        transaction.execute(_ -> deliveries.forgetSome(clock.instant().minus(KEPT))));
  }

  private boolean deliverSome(WebhookId id) {
    Optional<Deliveries.Work> found =
        Objects.requireNonNull(transaction.execute(_ -> deliveries.due(id, clock.instant())));
    if (found.isEmpty() || found.get().due().isEmpty()) {
      return false;
    }
    Deliveries.Work work = found.get();
    try (ExecutorService threads = Executors.newThreadPerTaskExecutor(NAMED)) {
      List<CompletableFuture<Void>> made =
          work.due().stream()
              .map(delivery -> CompletableFuture.runAsync(() -> make(work, delivery), threads))
              .toList();
      // Whatever went wrong here, and not at the endpoint, has the whole turn done again.
      made.forEach(CompletableFuture::join);
    }
    return true;
  }

  private void make(Deliveries.Work work, Delivery delivery) {
    Webhook.Snapshot webhook = work.webhook();
    Instant at = clock.instant();
    Exchange call =
        endpoints.call(
            new Endpoints.Call(
                webhook,
                delivery.snapshot(),
                objectOf(webhook, delivery.snapshot().event()),
                work.lastSuccess(),
                work.lastFailure(),
                at));
    transaction.executeWithoutResult(_ -> keep(webhook.id(), delivery, at, call));
    LOG.info("delivery {} {}", delivery.id(), delivery.status());
  }

  /** The endpoint's state is locked first: whoever deletes the webhook comes before or after. */
  private void keep(WebhookId id, Delivery delivery, Instant at, Exchange call) {
    Optional<Circuit> found = deliveries.lockCircuit(id);
    if (found.isEmpty()) {
      return;
    }
    Circuit before = found.get();
    Instant now = clock.instant();
    if (call.succeeded()) {
      delivery.delivered(now);
    } else {
      delivery.failed(now, random());
    }
    if (!deliveries.save(delivery, at, call)) {
      return;
    }
    if (call.succeeded()) {
      deliveries.save(id, Circuit.CLOSED, at, call);
      if (before.failures() > 0) {
        deliveries.hasten(id, now);
      }
    } else {
      deliveries.save(id, before.failed(now, random()), at, call);
      deliveries.giveUp(id, now.minus(Delivery.LIFE), now);
    }
  }

  private static double random() {
    return ThreadLocalRandom.current().nextDouble();
  }

  /** As a GET answers it now: who is called late hears what is, and not what was. */
  private @Nullable Document objectOf(Webhook.Snapshot webhook, Delivery.@Nullable Event event) {
    if (event == null) {
      return null;
    }
    Actor owner =
        new Actor(
            webhook.owner(),
            webhook.environment(),
            new UserRef(webhook.id().value(), webhook.profile().label()),
            event.trace());
    String id = event.subject();
    Optional<Document> object =
        switch (event.objectClass()) {
          case FULFILLMENT_REQUEST -> orders.get(owner, new FulfillmentRequestId(id));
          case TIER_CONFIG_REQUEST -> tierRequests.get(owner, new TierConfigurationRequestId(id));
          case TIER_ACCOUNT_REQUEST -> accountRequests.get(owner, new TierAccountRequestId(id));
        };
    return object.orElse(null);
  }
}
