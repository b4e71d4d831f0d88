package io.tierhub.workflow;

import io.tierhub.fulfillment.Asset;
import io.tierhub.fulfillment.AssetStatus;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.fulfillment.FulfillmentRequestStatus;
import io.tierhub.fulfillment.Sale;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.DomainEvent;
import io.tierhub.kernel.Lifecycle;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the feed is told of assets and their requests: ids, states and member names only. */
final class OrderEvents {

  private OrderEvents() {}

  static DomainEvent created(Asset asset, Actor actor, Instant at) {
    return told(
        asset.status() == AssetStatus.DRAFT,
        "asset.created",
        asset.id().value(),
        asset.sale(),
        actor,
        at,
        Map.of("to", Lifecycle.wire(asset.status())));
  }

  static DomainEvent became(Asset asset, AssetStatus from, Actor actor, Instant at) {
    return of(
        "asset." + Lifecycle.wire(asset.status()),
        asset.id().value(),
        asset.sale(),
        actor,
        at,
        Map.of("from", Lifecycle.wire(from), "to", Lifecycle.wire(asset.status())));
  }

  /** What an approved request brought holds from now on. */
  static DomainEvent adopted(Asset asset, FulfillmentRequest request, Actor actor, Instant at) {
    return of(
        "asset.changed",
        asset.id().value(),
        asset.sale(),
        actor,
        at,
        Map.of("to", Lifecycle.wire(asset.status()), "request", request.id().value()));
  }

  /** In consequence of what {@code cause} did to something else. */
  static DomainEvent becameBySystem(Asset asset, AssetStatus from, Actor cause, Instant at) {
    return became(asset, from, cause, at).bySystem();
  }

  static DomainEvent becameBySystem(
      FulfillmentRequest request, FulfillmentRequestStatus from, Actor cause, Instant at) {
    return became(request, from, cause, at).bySystem();
  }

  static DomainEvent created(FulfillmentRequest request, Actor actor, Instant at) {
    return told(
        isDraft(request),
        "fulfillment_request.created",
        request.id().value(),
        request.sale(),
        actor,
        at,
        facts(request));
  }

  static DomainEvent became(
      FulfillmentRequest request, FulfillmentRequestStatus from, Actor actor, Instant at) {
    return of(
        "fulfillment_request." + Lifecycle.wire(request.status()),
        request.id().value(),
        request.sale(),
        actor,
        at,
        TierEvents.with(facts(request), "from", Lifecycle.wire(from)));
  }

  private static Map<String, Object> facts(FulfillmentRequest request) {
    Map<String, Object> facts =
        Map.of(
            "type",
            request.type().wire(),
            "asset",
            request.asset().value(),
            "to",
            Lifecycle.wire(request.status()));
    return request.status() == FulfillmentRequestStatus.INQUIRING
        ? TierEvents.with(facts, "inquiry", request.inquiry().orElseThrow().number())
        : facts;
  }

  static DomainEvent changed(
      FulfillmentRequest request, List<String> members, Actor actor, Instant at) {
    return told(
        isDraft(request),
        "fulfillment_request.changed",
        request.id().value(),
        request.sale(),
        actor,
        at,
        Map.of("asset", request.asset().value(), "changed", members));
  }

  /** A draft that nobody submitted is gone. */
  static DomainEvent expired(FulfillmentRequest draft, Instant at) {
    return new DomainEvent(
        "fulfillment_request.expired",
        draft.id().value(),
        draft.sale().distributor(),
        null,
        draft.sale().product().value(),
        draft.sale().environment(),
        at,
        null,
        TierEvents.NO_TRACE,
        Map.of("from", Lifecycle.wire(draft.status()), "asset", draft.asset().value()));
  }

  private static boolean isDraft(FulfillmentRequest request) {
    return request.status() == FulfillmentRequestStatus.DRAFT;
  }

  /** A draft is its distributor's alone. */
  private static DomainEvent told(
      boolean draft,
      String type,
      String subject,
      Sale sale,
      Actor actor,
      Instant at,
      Map<String, Object> data) {
    DomainEvent event = of(type, subject, sale, actor, at, data);
    return draft ? event.forOwner() : event;
  }

  private static DomainEvent of(
      String type, String subject, Sale sale, Actor actor, Instant at, Map<String, Object> data) {
    return new DomainEvent(
        type,
        subject,
        sale.distributor(),
        sale.vendor(),
        sale.product().value(),
        sale.environment(),
        at,
        actor.user(),
        actor.trace(),
        data);
  }
}
