package io.tierhub.workflow;

import io.tierhub.fulfillment.Asset;
import io.tierhub.fulfillment.Assets;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.fulfillment.FulfillmentRequest.Action;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.fulfillment.FulfillmentRequestStatus;
import io.tierhub.fulfillment.FulfillmentRequestType;
import io.tierhub.fulfillment.FulfillmentRequests;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.UserRef;
import io.tierhub.parameter.ParameterScope;
import io.tierhub.parameter.ParameterSet;
import io.tierhub.parameter.ParameterSets;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.parameter.SubmittedValue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What vendor and distributor do with a fulfillment request until it is decided. The asset is
 * locked before the request, always.
 */
@Service
public class AnswerOrders {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerOrders.class);

  private final Assets assets;
  private final FulfillmentRequests requests;
  private final ParameterSets parameters;
  private final RequestValues values;
  private final Tiles tiles;
  private final Assignees assignees;
  private final Outbox outbox;
  private final Chronicle chronicle;
  private final Clock clock;

  AnswerOrders(
      Assets assets,
      FulfillmentRequests requests,
      ParameterSets parameters,
      RequestValues values,
      Tiles tiles,
      Assignees assignees,
      Outbox outbox,
      Chronicle chronicle,
      Clock clock) {
    this.assets = assets;
    this.requests = requests;
    this.parameters = parameters;
    this.values = values;
    this.tiles = tiles;
    this.assignees = assignees;
    this.outbox = outbox;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  /**
   * Gives values and the vendor's note; what is not listed stays. Clients send whole requests back:
   * what is as it was is never refused.
   *
   * @param note null if nothing is said of it
   */
  @Transactional
  public FulfillmentRequestId edit(
      Actor actor, FulfillmentRequestId id, List<SubmittedValue> submitted, @Nullable String note) {
    Locked locked = lock(actor, id);
    FulfillmentRequest request = locked.request;
    requirePartner(actor);
    Faults faults = new Faults();
    ParameterValues after =
        values.given(
            actor,
            asked(request),
            request.asset().value(),
            request.values(),
            request.type() == FulfillmentRequestType.ADJUSTMENT,
            submitted,
            faults);
    if (!faults.isEmpty() || !after.equals(request.values())) {
      request.requireFillable(actor);
    }
    faults.refuseIfAny();
    Instant now = clock.instant();
    List<String> changed = new ArrayList<>();
    if (carry(locked, after, now)) {
      changed.add("asset.params");
    }
    if (note != null && request.annotate(actor, note, now)) {
      changed.add("note");
    }
    if (!changed.isEmpty()) {
      requests.save(request);
      outbox.append(OrderEvents.changed(request, changed, actor, now));
    }
    return id;
  }

  /** The distributor tries values: each that is wrong is noted with what is wrong about it. */
  @Transactional
  public FulfillmentRequestId validate(
      Actor actor, FulfillmentRequestId id, List<SubmittedValue> submitted) {
    Locked locked = lock(actor, id);
    FulfillmentRequest request = locked.request;
    if (actor.role() != Role.DISTRIBUTOR) {
      throw Refused.because(
          Refusal.FORBIDDEN, "Only the distributor tries values; a vendor writes value_error.");
    }
    request.requireFillable(actor);
    Faults unknown = new Faults();
    ParameterValues after =
        values.tried(
            actor, asked(request), request.asset().value(), request.values(), submitted, unknown);
    unknown.refuseIfAny();
    Instant now = clock.instant();
    if (carry(locked, after, now)) {
      requests.save(request);
      outbox.append(OrderEvents.changed(request, List.of("asset.params"), actor, now));
    }
    return id;
  }

  /** The customer is asked for more. */
  @Transactional
  public FulfillmentRequestId inquire(Actor actor, FulfillmentRequestId id, WantedTile wanted) {
    return move(
        actor,
        id,
        (request, now) -> {
          request.requireCan(Action.INQUIRE, actor);
          request.inquire(actor, tiles.inquiry(request.sale().product(), wanted), now);
        });
  }

  /** It is the vendor's turn, whether or not everything was answered. */
  @Transactional
  public FulfillmentRequestId pend(Actor actor, FulfillmentRequestId id) {
    return move(actor, id, (request, now) -> request.pend(actor, now));
  }

  private FulfillmentRequestId move(Actor actor, FulfillmentRequestId id, Move move) {
    FulfillmentRequest request = lock(actor, id).request;
    FulfillmentRequestStatus from = request.status();
    Instant now = clock.instant();
    move.of(request, now);
    requests.save(request);
    chronicle.tell(actor, OrderEvents.became(request, from, actor, now));
    LOG.info("{} {} -> {} by {}", id, from, request.status(), actor.account());
    return id;
  }

  /**
   * @param whom the user of the vendor who sees to it; the caller if nobody is named
   */
  @Transactional
  public FulfillmentRequestId assign(Actor actor, FulfillmentRequestId id, WantedAssignee whom) {
    FulfillmentRequest request = lock(actor, id).request;
    if (actor.role() != Role.VENDOR) {
      throw Refused.because(Refusal.FORBIDDEN, "Only the vendor may assign.");
    }
    return assigned(actor, request, assignees.find(actor, whom));
  }

  @Transactional
  public FulfillmentRequestId unassign(Actor actor, FulfillmentRequestId id) {
    return assigned(actor, lock(actor, id).request, null);
  }

  private FulfillmentRequestId assigned(
      Actor actor, FulfillmentRequest request, @Nullable UserRef user) {
    Instant now = clock.instant();
    if (request.assign(actor, user, now)) {
      requests.save(request);
      outbox.append(OrderEvents.changed(request, List.of("assignee"), actor, now));
    }
    return request.id();
  }

  private ParameterSet asked(FulfillmentRequest request) {
    return parameters.of(request.sale().product(), ParameterScope.ASSET);
  }

  /** What a purchase brings is shown of its asset at once, for that has nothing else. */
  private boolean carry(Locked locked, ParameterValues after, Instant now) {
    if (!locked.request.carry(after, now)) {
      return false;
    }
    if (locked.request.type() == FulfillmentRequestType.PURCHASE) {
      locked.asset.show(after, now);
      assets.save(locked.asset);
    }
    return true;
  }

  private static void requirePartner(Actor actor) {
    if (actor.role() == Role.OPS) {
      throw Refused.because(Refusal.FORBIDDEN, "Ops reads only: requests belong to partners.");
    }
  }

  private Locked lock(Actor actor, FulfillmentRequestId id) {
    FulfillmentRequest seen = requests.peek(actor, id).orElseThrow(() -> Refused.notFound(id));
    Asset asset = assets.lock(seen.asset());
    return new Locked(asset, requests.lock(id));
  }

  private record Locked(Asset asset, FulfillmentRequest request) {}

  @FunctionalInterface
  private interface Move {
    void of(FulfillmentRequest request, Instant now);
  }
}
