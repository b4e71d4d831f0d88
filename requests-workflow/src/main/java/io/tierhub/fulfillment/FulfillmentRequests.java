package io.tierhub.fulfillment;

import io.tierhub.kernel.Actor;
import java.util.Optional;

/** All fulfillment requests. Every method belongs into a transaction. */
public interface FulfillmentRequests {

  void add(FulfillmentRequest request);

  /** The request as it is now, unlocked, if the actor may see it. */
  Optional<FulfillmentRequest> peek(Actor actor, FulfillmentRequestId id);

  /** The request as it is now, unlocked, for the system. */
  FulfillmentRequest peek(FulfillmentRequestId id);

  /** The request, with nobody else changing it until the transaction ends. */
  FulfillmentRequest lock(FulfillmentRequestId id);

  /** The last request of an asset, which is locked: its open one if it has one. */
  FulfillmentRequest latest(AssetId asset);

  void save(FulfillmentRequest request);
}
