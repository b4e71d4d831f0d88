package io.tierhub.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All deliveries. Every method belongs into a transaction. */
public interface Deliveries {

  /** How many can be replayed at once. */
  int MOST_REPLAYED = 1_000;

  /** Adds a delivery without an event, to be made at once. */
  DeliveryId trigger(WebhookId webhook, String trace, Instant now);

  /** Adds a delivery of the same event as another one, or nothing if that is of none. */
  Optional<DeliveryId> replay(DeliveryId again, Instant now);

  /**
   * The same for all finished deliveries of events that were made in a span of time, in their
   * order.
   *
   * @param only those of this status; null for all
   * @return how many
   */
  int replay(
      WebhookId webhook, Instant from, Instant to, @Nullable DeliveryStatus only, Instant now);

  /** How many of them there are. */
  int replayable(WebhookId webhook, Instant from, Instant to, @Nullable DeliveryStatus only);

  /**
   * What is to be done for a webhook now; nothing if it is not there any more. Of what is told of
   * one object only the earliest is due, and the others wait for it.
   */
  Optional<Work> due(WebhookId webhook, Instant now);

  /**
   * How the endpoint is doing, with nobody else changing it until the transaction ends; nothing if
   * the webhook is not there any more.
   */
  Optional<Circuit> lockCircuit(WebhookId webhook);

  /**
   * Keeps a delivery as it is after a call, and the call.
   *
   * @return whether it was still to be made
   */
  boolean save(Delivery delivery, Instant at, Exchange call);

  /** Keeps how an endpoint is doing, and how the last call went. */
  void save(WebhookId webhook, Circuit circuit, Instant at, Exchange last);

  /** Has everything that waits for a webhook tried now. */
  void hasten(WebhookId webhook, Instant now);

  /** Gives up what waits for a webhook for too long already. */
  int giveUp(WebhookId webhook, Instant createdBefore, Instant now);

  /** When something is to be done for a webhook next; nothing if there is nothing. */
  Optional<Instant> next(WebhookId webhook);

  /**
   * Forgets some of the finished ones.
   *
   * @return whether there may be more
   */
  boolean forgetSome(Instant finishedBefore);

  /**
   * @param due the deliveries to be made now, of different objects each
   */
  record Work(
      Webhook.Snapshot webhook,
      List<Delivery> due,
      @Nullable Instant lastSuccess,
      @Nullable Instant lastFailure) {}
}
