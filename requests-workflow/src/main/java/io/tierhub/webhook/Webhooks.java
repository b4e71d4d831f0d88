package io.tierhub.webhook;

import io.tierhub.kernel.Actor;
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

  /** How many the actor has, of its environment. */
  int count(Actor actor);
}
