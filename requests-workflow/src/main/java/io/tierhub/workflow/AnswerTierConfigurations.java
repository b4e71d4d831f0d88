package io.tierhub.workflow;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Stamp;
import io.tierhub.kernel.UserRef;
import io.tierhub.parameter.ParameterSet;
import io.tierhub.parameter.ParameterSets;
import io.tierhub.parameter.ParameterValue;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.parameter.SubmittedValue;
import io.tierhub.parking.Blockers;
import io.tierhub.parking.Waiter;
import io.tierhub.tierconfig.TierConfiguration;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.tierconfig.TierConfigurations;
import io.tierhub.tierconfig.Tile;
import io.tierhub.tierconfigrequest.TierConfigurationRequest;
import io.tierhub.tierconfigrequest.TierConfigurationRequest.Action;
import io.tierhub.tierconfigrequest.TierConfigurationRequestStatus;
import io.tierhub.tierconfigrequest.TierConfigurationRequestType;
import io.tierhub.tierconfigrequest.TierConfigurationRequests;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What vendor and distributor do with a tier configuration request until it is decided. The
 * configuration is locked before the request, always (design §4.13).
 */
@Service
public class AnswerTierConfigurations {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerTierConfigurations.class);

  private final TierConfigurations configurations;
  private final TierConfigurationRequests requests;
  private final ParameterSets parameters;
  private final RequestValues values;
  private final Tiles tiles;
  private final Assignees assignees;
  private final Blockers blockers;
  private final WaitingRequests waiting;
  private final Outbox outbox;
  private final Chronicle chronicle;
  private final Clock clock;

  AnswerTierConfigurations(
      TierConfigurations configurations,
      TierConfigurationRequests requests,
      ParameterSets parameters,
      RequestValues values,
      Tiles tiles,
      Assignees assignees,
      Blockers blockers,
      WaitingRequests waiting,
      Outbox outbox,
      Chronicle chronicle,
      Clock clock) {
    this.configurations = configurations;
    this.requests = requests;
    this.parameters = parameters;
    this.values = values;
    this.tiles = tiles;
    this.assignees = assignees;
    this.blockers = blockers;
    this.waiting = waiting;
    this.outbox = outbox;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  /**
   * The vendor agrees: what the request carries holds, and who waited for it goes on.
   *
   * @param wanted which tile the tier is shown
   * @param effective from when it holds; from now on if nothing is said
   */
  @Transactional
  public TierConfigurationRequestId approve(
      Actor actor, TierConfigurationRequestId id, WantedTile wanted, @Nullable Instant effective) {
    Locked locked = lock(actor, id);
    TierConfigurationRequest request = locked.request;
    TierConfiguration own = locked.configuration;
    request.requireCan(Action.APPROVE, actor);
    TierConfigurationRequestStatus from = request.status();
    ParameterSet set = set(own);
    ParameterValues complete = own.values().withAll(request.values());
    RequestValues.requireComplete(set, complete, Refusal.TCR_INCOMPLETE, "/params");
    Tile tile = tiles.render(own.agreement(), wanted, set, complete);
    Stamp stamp = stamp(actor);
    boolean first = !own.isSatisfied();
    request.approve(actor, tile, effective, stamp);
    own.adopt(id, request.values(), tile, stamp);
    requests.save(request);
    configurations.save(own);
    chronicle.tell(actor, TierEvents.became(request, from, actor, stamp));
    outbox.append(TierEvents.adopted(own, actor, stamp));
    if (first) {
      waiting.release(own, actor, stamp.at());
    }
    log(request, from, actor);
    return id;
  }

  /** It comes to nothing; who waited for it fails too (design §4.8). */
  @Transactional
  public TierConfigurationRequestId fail(
      Actor actor, TierConfigurationRequestId id, String reason) {
    TierConfigurationRequest seen = see(actor, id);
    Set<TierConfigurationId> first = new LinkedHashSet<>(blockers.of(new Waiter.Setup(id)));
    first.add(seen.configuration());
    TierConfiguration own =
        configurations.lockAll(first).stream()
            .filter(locked -> locked.id().equals(seen.configuration()))
            .findFirst()
            .orElseThrow();
    TierConfigurationRequest request = requests.lock(id);
    TierConfigurationRequestStatus from = request.status();
    if (from == TierConfigurationRequestStatus.TIERS_SETUP && first.size() == 1) {
      throw new ConcurrencyFailureException(id + " was submitted meanwhile");
    }
    Stamp stamp = stamp(actor);
    request.fail(actor, reason, stamp);
    own.dismiss(id, stamp);
    blockers.removeAll(new Waiter.Setup(id));
    requests.save(request);
    configurations.save(own);
    chronicle.tell(actor, TierEvents.became(request, from, actor, stamp), reason);
    if (request.type() == TierConfigurationRequestType.SETUP) {
      String why = "%s of %s failed: %s".formatted(id, own.agreement().account(), reason);
      waiting.fall(own, shortened(why), actor, stamp.at());
    }
    log(request, from, actor);
    return id;
  }

  private static String shortened(String why) {
    return why.codePointCount(0, why.length()) <= TierConfigurationRequest.LONGEST_REASON
        ? why
        : why.substring(0, why.offsetByCodePoints(0, TierConfigurationRequest.LONGEST_REASON));
  }

  /** The reseller is asked for more. */
  @Transactional
  public TierConfigurationRequestId inquire(Actor actor, TierConfigurationRequestId id) {
    return move(actor, id, (request, stamp) -> request.inquire(actor, stamp));
  }

  /** It is the vendor's turn, whether or not everything was answered. */
  @Transactional
  public TierConfigurationRequestId pend(Actor actor, TierConfigurationRequestId id) {
    return move(actor, id, (request, stamp) -> request.pend(actor, stamp));
  }

  private TierConfigurationRequestId move(Actor actor, TierConfigurationRequestId id, Move move) {
    TierConfigurationRequest request = lock(actor, id).request;
    TierConfigurationRequestStatus from = request.status();
    Stamp stamp = stamp(actor);
    move.of(request, stamp);
    requests.save(request);
    chronicle.tell(actor, TierEvents.became(request, from, actor, stamp));
    log(request, from, actor);
    return id;
  }

  /**
   * @param whom the user of the vendor who sees to it; the caller if nobody is named
   */
  @Transactional
  public TierConfigurationRequestId assign(
      Actor actor, TierConfigurationRequestId id, WantedAssignee whom) {
    TierConfigurationRequest request = lock(actor, id).request;
    requireVendor(actor);
    UserRef user = assignees.find(actor, whom);
    return assigned(actor, request, user);
  }

  @Transactional
  public TierConfigurationRequestId unassign(Actor actor, TierConfigurationRequestId id) {
    TierConfigurationRequest request = lock(actor, id).request;
    return assigned(actor, request, null);
  }

  private static void requireVendor(Actor actor) {
    if (actor.role() != Role.VENDOR) {
      throw Refused.because(Refusal.FORBIDDEN, "Only the vendor may assign.");
    }
  }

  private TierConfigurationRequestId assigned(
      Actor actor, TierConfigurationRequest request, @Nullable UserRef user) {
    Stamp stamp = stamp(actor);
    if (request.assign(actor, user, stamp)) {
      requests.save(request);
      outbox.append(TierEvents.changed(request, List.of("assignee"), actor, stamp));
    }
    return request.id();
  }

  /**
   * Gives values and the vendor's notes; what is not listed stays.
   *
   * @param notes null if nothing is said of them
   */
  @Transactional
  public TierConfigurationRequestId edit(
      Actor actor,
      TierConfigurationRequestId id,
      List<SubmittedValue> submitted,
      @Nullable String notes) {
    Locked locked = lock(actor, id);
    TierConfigurationRequest request = locked.request;
    requireEditable(actor, request);
    Faults faults = new Faults();
    ParameterValues before = locked.configuration.values().withAll(request.values());
    ParameterValues after =
        values.given(
            actor,
            set(locked.configuration),
            locked.configuration.id().value(),
            judgedAnew(request, before, submitted),
            request.type() == TierConfigurationRequestType.ADJUSTMENT,
            submitted,
            faults);
    if (notes != null && actor.role() != Role.VENDOR && request.annotates(notes)) {
      faults.add(Refusal.INVALID, "/notes", "Only the vendor writes notes.");
    }
    faults.refuseIfAny();
    Stamp stamp = stamp(actor);
    List<String> changed = new ArrayList<>();
    if (request.carry(request.values().withChanges(before, after), stamp)) {
      changed.add("params");
    }
    if (notes != null && request.annotate(notes, stamp)) {
      changed.add("notes");
    }
    if (!changed.isEmpty()) {
      requests.save(request);
      outbox.append(TierEvents.changed(request, changed, actor, stamp));
    }
    return id;
  }

  /** The vendor while it is pending, the distributor while values are asked for (design §4.14). */
  private static void requireEditable(Actor actor, TierConfigurationRequest request) {
    Set<TierConfigurationRequestStatus> editable =
        switch (actor.role()) {
          case VENDOR -> Set.of(TierConfigurationRequestStatus.PENDING);
          case DISTRIBUTOR ->
              Set.of(
                  TierConfigurationRequestStatus.DRAFT, TierConfigurationRequestStatus.INQUIRING);
          case OPS ->
              throw Refused.because(
                  Refusal.FORBIDDEN, "Ops reads only: requests belong to partners.");
        };
    if (!editable.contains(request.status())) {
      throw Refused.because(
              Refusal.TCR_ILLEGAL_TRANSITION,
              "Cannot change it: the status is %s, and %s may change it while it is %s."
                  .formatted(
                      Lifecycle.wire(request.status()),
                      Lifecycle.wire(actor.role()),
                      String.join(
                          " or ", editable.stream().map(Lifecycle::wire).sorted().toList())))
          .allowing(TierConfigurationRequest.LIFECYCLE.allowed(request.status()));
    }
  }

  /**
   * The distributor tries values: each that is wrong is noted with what is wrong about it.
   *
   * @param verdict what the vendor's validator has found, by names; empty texts for what is right
   */
  @Transactional
  public TierConfigurationRequestId validate(
      Actor actor,
      TierConfigurationRequestId id,
      List<SubmittedValue> submitted,
      Map<String, String> verdict) {
    Locked locked = lock(actor, id);
    TierConfigurationRequest request = locked.request;
    if (actor.role() != Role.DISTRIBUTOR) {
      throw Refused.because(
          Refusal.FORBIDDEN, "Only the distributor tries values; a vendor writes value_error.");
    }
    requireEditable(actor, request);
    Faults unknown = new Faults();
    ParameterValues before = locked.configuration.values().withAll(request.values());
    ParameterValues after =
        values.tried(
            actor,
            set(locked.configuration),
            locked.configuration.id().value(),
            judgedAnew(request, before, submitted),
            submitted,
            unknown);
    unknown.refuseIfAny();
    after = judged(after, set(locked.configuration), submitted, verdict);
    Stamp stamp = stamp(actor);
    if (request.carry(request.values().withChanges(before, after), stamp)) {
      requests.save(request);
      outbox.append(TierEvents.changed(request, List.of("params"), actor, stamp));
    }
    return id;
  }

  /** What our own rules have just found wrong stays so, whatever the vendor thinks of it. */
  private static ParameterValues judged(
      ParameterValues held,
      ParameterSet set,
      List<SubmittedValue> submitted,
      Map<String, String> verdict) {
    Set<String> tried = submitted.stream().map(SubmittedValue::name).collect(Collectors.toSet());
    ParameterValues judged = held;
    for (Map.Entry<String, String> found : verdict.entrySet()) {
      String name = found.getKey();
      ParameterValue value = held.named(name).orElseGet(() -> ParameterValue.none(name));
      boolean ours = tried.contains(name) && value.hasError();
      if (!ours && set.named(name).isPresent()) {
        judged = judged.with(value.withError(found.getValue(), null));
      }
    }
    return judged;
  }

  /**
   * In a draft only trying finds errors, and what is named again is judged again: whoever takes a
   * wrong value back must get rid of its error. Elsewhere errors are the vendor's, and stay until
   * there is another value.
   */
  private static ParameterValues judgedAnew(
      TierConfigurationRequest request, ParameterValues held, List<SubmittedValue> submitted) {
    return request.status() == TierConfigurationRequestStatus.DRAFT
        ? held.withoutErrorsOf(
            submitted.stream().map(SubmittedValue::name).collect(Collectors.toSet()))
        : held;
  }

  private ParameterSet set(TierConfiguration configuration) {
    return parameters.of(
        configuration.agreement().product(), configuration.agreement().level().scope());
  }

  private TierConfigurationRequest see(Actor actor, TierConfigurationRequestId id) {
    return requests.peek(actor, id).orElseThrow(() -> Refused.notFound(id));
  }

  private Locked lock(Actor actor, TierConfigurationRequestId id) {
    TierConfiguration configuration = configurations.lock(see(actor, id).configuration());
    return new Locked(configuration, requests.lock(id));
  }

  private Stamp stamp(Actor actor) {
    return new Stamp(clock.instant(), actor.user());
  }

  private static void log(
      TierConfigurationRequest request, TierConfigurationRequestStatus from, Actor actor) {
    LOG.info("{} {} -> {} by {}", request.id(), from, request.status(), actor.account());
  }

  private record Locked(TierConfiguration configuration, TierConfigurationRequest request) {}

  @FunctionalInterface
  private interface Move {
    void of(TierConfigurationRequest request, Stamp stamp);
  }
}
