package io.tierhub.webhook;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;

/**
 * Reads of webhooks and their deliveries: one's own, of one's environment; ops reads all of them,
 * but for the headers that are sent along. Never their secrets.
 */
public interface WebhookQueries {

  /**
   * @param api where the API is, which each webhook tells
   */
  Page list(Actor actor, Query query, String api);

  Optional<Document> get(Actor actor, WebhookId id, String api);

  /** The webhook with the secrets that were just drawn for it. */
  Document issued(Actor actor, WebhookId id, WebhookSecrets.Pair secrets, String api);

  Page deliveries(Actor actor, WebhookId of, Query query);

  /** One delivery with its attempts. */
  Optional<Document> delivery(Actor actor, DeliveryId id);
}
