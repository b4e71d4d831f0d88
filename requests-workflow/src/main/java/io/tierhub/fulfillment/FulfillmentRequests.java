package io.tierhub.fulfillment;

import io.tierhub.claim.Claimable;
import io.tierhub.kernel.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All fulfillment requests. Every method belongs into a transaction. */
public interface FulfillmentRequests extends Claimable<FulfillmentRequestId> {

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

  /** Drafts that nobody has changed since then, oldest first, unlocked. */
  List<FulfillmentRequestId> draftsOlderThan(Instant then, int limit);

  /** Forgets a draft, which is locked, and its asset, which has nothing else. */
  void remove(FulfillmentRequest draft);
}
