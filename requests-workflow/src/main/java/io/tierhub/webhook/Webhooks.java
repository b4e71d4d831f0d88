package io.tierhub.webhook;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import java.util.Optional;

/** All webhooks. Every method belongs into a transaction. */
public interface Webhooks {

  void add(Webhook webhook);

  /**
   * The webhook, with nobody else changing it until the transaction ends; only if the actor sees
   * it.
   */
  Optional<Webhook> lock(Actor actor, WebhookId id);

  void save(Webhook webhook);

  /** With all its deliveries. */
  void remove(WebhookId id);

  /**
   * The active webhook that validates a product's requests: one for that product before one for
   * all, and the first that was made.
   */
  Optional<Webhook.Snapshot> validator(
      PartnerId vendor, Environment environment, ProductId product, WebhookType type);

  /** How many the actor has, of its environment. */
  int count(Actor actor);
}
