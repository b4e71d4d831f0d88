package io.tierhub.fulfillment;

import static io.tierhub.fulfillment.FulfillmentRequestStatus.APPROVED;
import static io.tierhub.fulfillment.FulfillmentRequestStatus.DRAFT;
import static io.tierhub.fulfillment.FulfillmentRequestStatus.FAILED;
import static io.tierhub.fulfillment.FulfillmentRequestStatus.INQUIRING;
import static io.tierhub.fulfillment.FulfillmentRequestStatus.PENDING;
import static io.tierhub.fulfillment.FulfillmentRequestStatus.REVOKED;
import static io.tierhub.fulfillment.FulfillmentRequestStatus.REVOKING;
import static io.tierhub.fulfillment.FulfillmentRequestStatus.SCHEDULED;
import static io.tierhub.fulfillment.FulfillmentRequestStatus.TIERS_SETUP;

import io.tierhub.inquiry.Inquiry;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Stamp;
import io.tierhub.kernel.UserRef;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.tierconfig.Tile;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks a vendor to do something with an asset. It waits for the vendor while pending; it is parked
 * while a tier configuration is missing, and inquires while values are. The vendor approves or
 * fails it, once. An asset has one open request at most.
 */
public final class FulfillmentRequest {

  /** What can be done with a request; what no role is named for the system does. */
  public enum Action {
    SUBMIT,
    PARK,
    RELEASE,
    ASK,
    INQUIRE,
    PEND,
    APPROVE,
    FAIL,
    SCHEDULE,
    COME_DUE,
    REVOKE,
    CONFIRM,
    /** Fails because what it waits for failed (design §4.8). */
    FALL
  }

  public static final Lifecycle<FulfillmentRequestStatus, Action> LIFECYCLE =
      Lifecycle.of(FulfillmentRequestStatus.class, Action.class, Refusal.REQUEST_ILLEGAL_TRANSITION)
          .allow(DRAFT, Action.SUBMIT, PENDING)
          .allow(PENDING, Action.PARK, TIERS_SETUP)
          .allow(PENDING, Action.ASK, INQUIRING)
          .allow(PENDING, Action.INQUIRE, INQUIRING)
          .allow(PENDING, Action.APPROVE, APPROVED)
          .allow(PENDING, Action.FAIL, FAILED)
          .allow(PENDING, Action.SCHEDULE, SCHEDULED)
          .allow(TIERS_SETUP, Action.RELEASE, PENDING)
          .allow(TIERS_SETUP, Action.FAIL, FAILED)
          .allow(TIERS_SETUP, Action.FALL, FAILED)
          .allow(INQUIRING, Action.PEND, PENDING)
          .allow(INQUIRING, Action.FAIL, FAILED)
          .allow(SCHEDULED, Action.COME_DUE, PENDING)
          .allow(SCHEDULED, Action.REVOKE, REVOKING)
          .allow(REVOKING, Action.CONFIRM, REVOKED)
          .by(Action.SUBMIT, Role.DISTRIBUTOR)
          .by(Action.INQUIRE, Role.VENDOR)
          .by(Action.PEND, Role.VENDOR, Role.DISTRIBUTOR)
          .by(Action.APPROVE, Role.VENDOR)
          .by(Action.FAIL, Role.VENDOR, Role.DISTRIBUTOR)
          .by(Action.SCHEDULE, Role.VENDOR)
          .by(Action.REVOKE, Role.DISTRIBUTOR)
          .by(Action.CONFIRM, Role.VENDOR)
          .build();

  public static final int LONGEST_REASON = 500;
  public static final int LONGEST_NOTE = 2000;

  private final Snapshot born;
  private FulfillmentRequestStatus status;
  private ParameterValues values;
  private @Nullable UserRef assignee;
  private @Nullable Tile tile;
  private @Nullable String note;
  private @Nullable String reason;
  private @Nullable Instant effectiveDate;
  private @Nullable Inquiry inquiry;
  private Instant updated;

  private FulfillmentRequest(Snapshot kept) {
    this.born = kept;
    this.status = kept.status();
    this.values = kept.values();
    this.assignee = kept.assignee();
    this.tile = kept.tile();
    this.note = kept.note();
    this.reason = kept.reason();
    this.effectiveDate = kept.effectiveDate();
    this.inquiry = kept.inquiry();
    this.updated = kept.updated();
  }

  /** The first request of an asset that was just ordered. */
  public static FulfillmentRequest purchase(Asset asset, Stamp created) {
    int number = 1;
    return new FulfillmentRequest(
        new Snapshot(
            FulfillmentRequestId.of(asset.id(), number),
            asset.id(),
            number,
            FulfillmentRequestType.PURCHASE,
            asset.status() == AssetStatus.DRAFT ? DRAFT : PENDING,
            asset.sale(),
            null,
            asset.items(),
            asset.values(),
            null,
            null,
            null,
            null,
            null,
            null,
            created,
            created.at(),
            0));
  }

  /**
   * The next request of an asset, which has none open.
   *
   * @param items all that the asset consists of if it is approved
   * @param nextValues all that its parameters hold then
   */
  public FulfillmentRequest next(
      FulfillmentRequestType nextType,
      List<OrderedItem> items,
      ParameterValues nextValues,
      Stamp created) {
    if (isOpen()) {
      throw new IllegalStateException(id() + " is open");
    }
    int number = born.number() + 1;
    return new FulfillmentRequest(
        new Snapshot(
            FulfillmentRequestId.of(asset(), number),
            asset(),
            number,
            nextType,
            PENDING,
            sale(),
            status == APPROVED ? id() : born.previousApproved(),
            items,
            nextValues,
            null,
            null,
            null,
            null,
            null,
            null,
            created,
            created.at(),
            0));
  }

  public static FulfillmentRequest restore(Snapshot kept) {
    return new FulfillmentRequest(kept);
  }

  /** Leaves the draft; to be parked or asked about in the same transaction. */
  public void submit(Actor distributor, Instant now) {
    take(Action.SUBMIT, distributor, now);
  }

  /** A draft is its distributor's alone. */
  public boolean isVisibleTo(Actor actor) {
    return sale().isVisibleTo(actor) && (status != DRAFT || actor.role() != Role.VENDOR);
  }

  /** Whether it is a draft that nobody has changed since then. */
  public boolean hasExpired(Instant then) {
    return status == DRAFT && updated.isBefore(then);
  }

  /** Waits until the tiers are configured. */
  public void park(Instant now) {
    take(Action.PARK, now);
  }

  /** Nothing is waited for any more. */
  public void release(Instant now) {
    take(Action.RELEASE, now);
  }

  /** The customer is asked for what is missing, before the vendor sees to it. */
  public void ask(Instant now) {
    take(Action.ASK, now);
    inquiry = Inquiry.after(inquiry, now);
  }

  /** What it waits for failed. */
  public void fall(String why, Instant now) {
    take(Action.FALL, now);
    reason = why;
  }

  /**
   * The vendor did what was asked.
   *
   * @param shown what the customer is told
   * @param effective from when it holds; from now on if nothing is said
   */
  public void approve(Actor vendor, Tile shown, @Nullable Instant effective, Instant now) {
    take(Action.APPROVE, vendor, now);
    tile = shown;
    effectiveDate = effective == null ? now : effective;
  }

  /**
   * The customer is asked for more.
   *
   * @param shown what it is asked with
   */
  public void inquire(Actor vendor, Tile shown, Instant now) {
    take(Action.INQUIRE, vendor, now);
    inquiry = Inquiry.after(inquiry, now);
    tile = shown;
  }

  /** It is the vendor's turn, whether or not everything was answered. */
  public void pend(Actor actor, Instant now) {
    take(Action.PEND, actor, now);
    tile = null;
  }

  /**
   * Who sees to it at the vendor, as long as it is open.
   *
   * @param user nobody from now on when null
   * @return whether anything changed
   */
  public boolean assign(Actor vendor, @Nullable UserRef user, Instant now) {
    if (vendor.role() != Role.VENDOR) {
      throw Refused.because(Refusal.FORBIDDEN, "Only the vendor may assign.");
    }
    requireOpen("assign");
    if (Objects.equals(assignee, user)) {
      return false;
    }
    assignee = user;
    updated = now;
    return true;
  }

  private void requireOpen(String doing) {
    if (!isOpen()) {
      throw Refused.because(
          Refusal.REQUEST_ILLEGAL_TRANSITION,
          "Cannot %s: the status is %s.".formatted(doing, Lifecycle.wire(status)));
    }
  }

  /** It will not be done. A distributor may say so until the vendor has it (design §4.11). */
  public void fail(Actor actor, String why, Instant now) {
    LIFECYCLE.requireActor(Action.FAIL, actor.role());
    if (actor.role() == Role.DISTRIBUTOR && status == PENDING) {
      throw Refused.because(
              Refusal.REQUEST_ILLEGAL_TRANSITION,
              "Cannot fail: the status is pending, so the vendor has it. A distributor may fail its"
                  + " own order while it is in tiers_setup or inquiring.")
          .allowing(LIFECYCLE.allowed(status));
    }
    take(Action.FAIL, actor, now);
    reason = why;
  }

  /**
   * Refuses whoever may not give values now: they are the distributor's to give until the vendor
   * has the request, and then the vendor's (design §4.14).
   */
  public void requireFillable(Actor actor) {
    Set<FulfillmentRequestStatus> fillable =
        switch (actor.role()) {
          case VENDOR -> EnumSet.of(PENDING);
          case DISTRIBUTOR -> EnumSet.of(DRAFT, INQUIRING);
          case OPS ->
              throw Refused.because(
                  Refusal.FORBIDDEN, "Ops reads only: requests belong to partners.");
        };
    if (!fillable.contains(status)) {
      throw Refused.because(
              Refusal.REQUEST_ILLEGAL_TRANSITION,
              "Cannot change its params: the status is %s, and the %s may change them while it is %s."
                  .formatted(
                      Lifecycle.wire(status),
                      Lifecycle.wire(actor.role()),
                      fillable.stream().map(Lifecycle::wire).collect(Collectors.joining(" or "))))
          .allowing(LIFECYCLE.allowed(status));
    }
  }

  /**
   * @param next all that the asset's parameters hold if it is approved
   * @return whether anything changed
   */
  public boolean carry(ParameterValues next, Instant now) {
    if (values.equals(next)) {
      return false;
    }
    values = next;
    updated = now;
    return true;
  }

  /**
   * The vendor's remark, as long as the request is open.
   *
   * @param remark replaces the one before; an empty one takes it away
   * @return whether anything changed
   */
  public boolean annotate(Actor vendor, String remark, Instant now) {
    String next = remark.isEmpty() ? null : remark;
    if (Objects.equals(note, next)) {
      return false;
    }
    if (vendor.role() != Role.VENDOR) {
      throw Refused.because(Refusal.FORBIDDEN, "Only the vendor may write the note.");
    }
    requireOpen("change the note");
    note = next;
    updated = now;
    return true;
  }

  /** Refuses if the actor may not take the action, or the status does not permit it. */
  public void requireCan(Action action, Actor actor) {
    LIFECYCLE.requireActor(action, actor.role());
    LIFECYCLE.next(status, action);
  }

  void take(Action action, Actor actor, Instant now) {
    LIFECYCLE.requireActor(action, actor.role());
    take(action, now);
  }

  /** The one door of the status. */
  private void take(Action action, Instant now) {
    status = LIFECYCLE.next(status, action);
    updated = now;
  }

  public FulfillmentRequestId id() {
    return born.id();
  }

  public AssetId asset() {
    return born.asset();
  }

  public FulfillmentRequestType type() {
    return born.type();
  }

  public FulfillmentRequestStatus status() {
    return status;
  }

  public boolean isOpen() {
    return !LIFECYCLE.isTerminal(status);
  }

  /** When the customer was asked last; over unless the status is inquiring. */
  public Optional<Inquiry> inquiry() {
    return Optional.ofNullable(inquiry);
  }

  public Sale sale() {
    return born.sale();
  }

  /** What the asset consists of if it is approved. */
  public List<OrderedItem> items() {
    return born.items();
  }

  /** What the asset's parameters hold if it is approved. */
  public ParameterValues values() {
    return values;
  }

  public Snapshot snapshot() {
    return new Snapshot(
        born.id(),
        born.asset(),
        born.number(),
        born.type(),
        status,
        born.sale(),
        born.previousApproved(),
        born.items(),
        values,
        assignee,
        tile,
        note,
        reason,
        effectiveDate,
        inquiry,
        born.created(),
        updated,
        born.revision());
  }

  /**
   * Everything that is kept and nothing derived.
   *
   * @param number from 1, over the requests of the asset
   * @param previousApproved the last request of the asset that was approved before this one came
   * @param items what the asset's items are if it is approved
   * @param values what the asset's parameters hold if it is approved
   * @param assignee who sees to it at the vendor
   * @param tile what the customer is shown of it
   * @param inquiry when the customer was asked last
   * @param revision what the database counts to notice lost updates
   */
  public record Snapshot(
      FulfillmentRequestId id,
      AssetId asset,
      int number,
      FulfillmentRequestType type,
      FulfillmentRequestStatus status,
      Sale sale,
      @Nullable FulfillmentRequestId previousApproved,
      List<OrderedItem> items,
      ParameterValues values,
      @Nullable UserRef assignee,
      @Nullable Tile tile,
      @Nullable String note,
      @Nullable String reason,
      @Nullable Instant effectiveDate,
      @Nullable Inquiry inquiry,
      Stamp created,
      Instant updated,
      long revision) {}
}
