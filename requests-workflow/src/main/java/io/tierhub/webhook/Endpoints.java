package io.tierhub.webhook;

import io.tierhub.query.Document;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Calls whoever webhooks name. */
public interface Endpoints {

  /** Returns in bounded time, whatever the endpoint does, and never throws because of it. */
  Exchange call(Call call);

  /**
   * @param object what the event is about, as the webhook's owner sees it; null if it is not there
   *     any more
   * @param at now
   */
  record Call(
      Webhook.Snapshot webhook,
      Delivery.Snapshot delivery,
      @Nullable Document object,
      @Nullable Instant lastSuccess,
      @Nullable Instant lastFailure,
      Instant at) {}
}
