package io.tierhub.workflow;

import io.tierhub.fulfillment.Asset;
import io.tierhub.fulfillment.Assets;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.fulfillment.FulfillmentRequestType;
import io.tierhub.fulfillment.FulfillmentRequests;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.parameter.ParameterScope;
import io.tierhub.parameter.ParameterSets;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.parameter.SubmittedValue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What vendor and distributor do with a fulfillment request until it is decided. The asset is
 * locked before the request, always.
 */
@Service
public class AnswerOrders {

  private final Assets assets;
  private final FulfillmentRequests requests;
  private final ParameterSets parameters;
  private final RequestValues values;
  private final Outbox outbox;
  private final Clock clock;

  AnswerOrders(
      Assets assets,
      FulfillmentRequests requests,
      ParameterSets parameters,
      RequestValues values,
      Outbox outbox,
      Clock clock) {
    this.assets = assets;
    this.requests = requests;
    this.parameters = parameters;
    this.values = values;
    this.outbox = outbox;
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
            parameters.of(request.sale().product(), ParameterScope.ASSET),
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
}
