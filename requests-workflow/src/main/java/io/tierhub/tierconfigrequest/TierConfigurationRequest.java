package io.tierhub.tierconfigrequest;

import static io.tierhub.tierconfigrequest.TierConfigurationRequestStatus.APPROVED;
import static io.tierhub.tierconfigrequest.TierConfigurationRequestStatus.DRAFT;
import static io.tierhub.tierconfigrequest.TierConfigurationRequestStatus.FAILED;
import static io.tierhub.tierconfigrequest.TierConfigurationRequestStatus.INQUIRING;
import static io.tierhub.tierconfigrequest.TierConfigurationRequestStatus.PENDING;
import static io.tierhub.tierconfigrequest.TierConfigurationRequestStatus.TIERS_SETUP;

import io.tierhub.account.TierAccountId;
import io.tierhub.inquiry.Inquiry;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Stamp;
import io.tierhub.kernel.UserRef;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.partner.MarketplaceId;
import io.tierhub.tierconfig.Agreement;
import io.tierhub.tierconfig.TierConfiguration;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.tierconfig.Tile;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks a vendor to set up, update or adjust a tier configuration with the values it carries. A
 * draft is the distributor's own; then it is parked while the tier above is not set up, inquires
 * while the reseller must be asked for values, and is pending while it is the vendor's turn. The
 * vendor approves or fails it, once.
 */
public final class TierConfigurationRequest {

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
    /** Fails because what it waits for failed (design §4.8). */
    FALL
  }

  public static final Lifecycle<TierConfigurationRequestStatus, Action> LIFECYCLE =
      Lifecycle.of(
              TierConfigurationRequestStatus.class, Action.class, Refusal.TCR_ILLEGAL_TRANSITION)
          .allow(DRAFT, Action.SUBMIT, PENDING)
          .allow(PENDING, Action.PARK, TIERS_SETUP)
          .allow(PENDING, Action.ASK, INQUIRING)
          .allow(PENDING, Action.INQUIRE, INQUIRING)
          .allow(PENDING, Action.APPROVE, APPROVED)
          .allow(PENDING, Action.FAIL, FAILED)
          .allow(TIERS_SETUP, Action.RELEASE, PENDING)
          .allow(TIERS_SETUP, Action.FAIL, FAILED)
          .allow(TIERS_SETUP, Action.FALL, FAILED)
          .allow(INQUIRING, Action.PEND, PENDING)
          .allow(INQUIRING, Action.FAIL, FAILED)
          .by(Action.SUBMIT, Role.DISTRIBUTOR)
          .by(Action.INQUIRE, Role.VENDOR)
          .by(Action.PEND, Role.VENDOR, Role.DISTRIBUTOR)
          .by(Action.APPROVE, Role.VENDOR)
          .by(Action.FAIL, Role.VENDOR, Role.DISTRIBUTOR)
          .build();

  public static final int LONGEST_REASON = 500;
  public static final int LONGEST_NOTES = 2000;

  private final Snapshot born;
  private TierConfigurationRequestStatus status;
  private ParameterValues values;
  private @Nullable UserRef assignee;
  private @Nullable Tile tile;
  private @Nullable String notes;
  private @Nullable String reason;
  private @Nullable Instant effectiveDate;
  private @Nullable Inquiry inquiry;
  private @Nullable TierConfigurationId parent;
  private Stamps stamps;

  private TierConfigurationRequest(Snapshot kept) {
    this.born = kept;
    this.status = kept.status();
    this.values = kept.values();
    this.assignee = kept.assignee();
    this.tile = kept.tile();
    this.notes = kept.notes();
    this.reason = kept.reason();
    this.effectiveDate = kept.effectiveDate();
    this.inquiry = kept.inquiry();
    this.parent = kept.parent();
    this.stamps = kept.stamps();
  }

  /**
   * Comes into being pending, to be parked or asked about in the same transaction.
   *
   * @param tier2 the account above a tier 1, whether or not it needs to be configured
   * @param asDraft whether it is the distributor's own until submitted
   */
  public static TierConfigurationRequest raise(
      TierConfiguration configuration,
      TierConfigurationRequestType type,
      ParameterValues values,
      @Nullable TierAccountId tier2,
      boolean asDraft,
      Stamp created) {
    int number = configuration.nextRequest();
    return new TierConfigurationRequest(
        new Snapshot(
            TierConfigurationRequestId.of(configuration.id(), number),
            configuration.id(),
            number,
            type,
            asDraft ? DRAFT : PENDING,
            configuration.agreement(),
            configuration.marketplace().orElse(null),
            tier2,
            null,
            configuration.lastApproved().orElse(null),
            values,
            null,
            null,
            null,
            null,
            null,
            null,
            new Stamps(created, created, null, asDraft ? null : created, null),
            0));
  }

  public static TierConfigurationRequest restore(Snapshot kept) {
    return new TierConfigurationRequest(kept);
  }

  /** Leaves the draft; to be parked or asked about in the same transaction. */
  public void submit(Actor distributor, Stamp by) {
    take(Action.SUBMIT, distributor.role(), by);
    stamps = stamps.pendedBy(by);
  }

  /** Waits for the tier above, to which it is bound from now on. */
  public void park(TierConfigurationId above, Stamp by) {
    parent = above;
    take(Action.PARK, null, by);
    stamps = stamps.notPended();
  }

  /** Is bound to the tier above, which is set up already. */
  public void bind(TierConfigurationId above) {
    parent = above;
  }

  /** The tier above is set up. */
  public void release(Stamp by) {
    take(Action.RELEASE, null, by);
    stamps = stamps.pendedBy(by);
  }

  /** The reseller is asked for what is missing, before the vendor sees to it. */
  public void ask(Stamp by) {
    take(Action.ASK, null, by);
    stamps = stamps.notPended().inquiredBy(by);
    inquiry = Inquiry.after(inquiry, by.at());
  }

  /** The vendor asks the reseller for more. */
  public void inquire(Actor vendor, Stamp by) {
    take(Action.INQUIRE, vendor.role(), by);
    stamps = stamps.inquiredBy(by);
    inquiry = Inquiry.after(inquiry, by.at());
  }

  /** It is the vendor's turn, whether or not everything was answered. */
  public void pend(Actor actor, Stamp by) {
    take(Action.PEND, actor.role(), by);
    stamps = stamps.pendedBy(by);
  }

  /**
   * The vendor agrees.
   *
   * @param shown the tile, rendered with the values that hold from now on
   * @param effective from when it holds; from now on if nothing is said
   */
  public void approve(Actor vendor, Tile shown, @Nullable Instant effective, Stamp by) {
    take(Action.APPROVE, vendor.role(), by);
    stamps = stamps.approvedBy(by);
    tile = shown;
    effectiveDate = effective == null ? by.at() : effective;
  }

  /** It comes to nothing. */
  public void fail(Actor actor, String why, Stamp by) {
    take(Action.FAIL, actor.role(), by);
    reason = why;
  }

  /** What it waits for failed. */
  public void fall(String why, Stamp by) {
    take(Action.FALL, null, by);
    reason = why;
  }

  /** Refuses what the actor may not do, or the status does not permit. */
  public void requireCan(Action action, Actor actor) {
    LIFECYCLE.requireActor(action, actor.role());
    LIFECYCLE.next(status, action);
  }

  /** The one door of the status; nobody is the system. */
  private void take(Action action, @Nullable Role role, Stamp by) {
    if (role != null) {
      LIFECYCLE.requireActor(action, role);
    }
    status = LIFECYCLE.next(status, action);
    stamps = stamps.updatedBy(by);
  }

  /** Whether it is a draft that nobody has changed since then. */
  public boolean hasExpired(Instant then) {
    return status == DRAFT && stamps.updated().at().isBefore(then);
  }

  /**
   * @param next what the request carries from now on
   * @return whether anything changed
   */
  public boolean carry(ParameterValues next, Stamp by) {
    if (values.equals(next)) {
      return false;
    }
    values = next;
    stamps = stamps.updatedBy(by);
    return true;
  }

  /**
   * The vendor's remark, as long as the request is pending.
   *
   * @param remark replaces the one before; an empty one takes it away
   * @return whether anything changed
   */
  public boolean annotate(String remark, Stamp by) {
    if (!annotates(remark)) {
      return false;
    }
    notes = remark.isEmpty() ? null : remark;
    stamps = stamps.updatedBy(by);
    return true;
  }

  /** Whether the remark is another one than there is: whole requests are sent back as they were. */
  public boolean annotates(String remark) {
    return !Objects.equals(Objects.requireNonNullElse(notes, ""), remark);
  }

  /**
   * The user of the vendor who sees to it.
   *
   * @param user nobody from now on when null
   * @return whether anything changed
   */
  public boolean assign(Actor vendor, @Nullable UserRef user, Stamp by) {
    if (vendor.role() != Role.VENDOR) {
      throw Refused.because(Refusal.FORBIDDEN, "Only the vendor may assign.");
    }
    requireOpen(user == null ? "unassign" : "assign");
    if (Objects.equals(assignee, user)) {
      return false;
    }
    assignee = user;
    stamps = stamps.updatedBy(by);
    return true;
  }

  /**
   * @param doing what is not possible any more, for the refusal
   */
  public void requireOpen(String doing) {
    if (!isOpen()) {
      throw Refused.because(
              Refusal.TCR_ILLEGAL_TRANSITION,
              "Cannot %s: the status is %s.".formatted(doing, Lifecycle.wire(status)))
          .allowing(LIFECYCLE.allowed(status));
    }
  }

  public TierConfigurationRequestId id() {
    return born.id();
  }

  public TierConfigurationId configuration() {
    return born.configuration();
  }

  public TierConfigurationRequestType type() {
    return born.type();
  }

  public TierConfigurationRequestStatus status() {
    return status;
  }

  public boolean isOpen() {
    return !LIFECYCLE.isTerminal(status);
  }

  public Agreement agreement() {
    return born.agreement();
  }

  public ParameterValues values() {
    return values;
  }

  public Optional<MarketplaceId> marketplace() {
    return Optional.ofNullable(born.marketplace());
  }

  /** When the reseller was asked last; over unless the status is inquiring. */
  public Optional<Inquiry> inquiry() {
    return Optional.ofNullable(inquiry);
  }

  /** The account above a tier 1. */
  public Optional<TierAccountId> tier2() {
    return Optional.ofNullable(born.tier2());
  }

  /** The tier 2 that a tier-1 setup is bound to. */
  public Optional<TierConfigurationId> parent() {
    return Optional.ofNullable(parent);
  }

  public Instant updated() {
    return stamps.updated().at();
  }

  public Snapshot snapshot() {
    return new Snapshot(
        born.id(),
        born.configuration(),
        born.number(),
        born.type(),
        status,
        born.agreement(),
        born.marketplace(),
        born.tier2(),
        parent,
        born.previousApproved(),
        values,
        assignee,
        tile,
        notes,
        reason,
        effectiveDate,
        inquiry,
        stamps,
        born.revision());
  }

  /**
   * When what happened last, and who did it (wire-format §5.1).
   *
   * @param inquired when the reseller was asked last
   * @param pended when it became the vendor's turn last
   */
  public record Stamps(
      Stamp created,
      Stamp updated,
      @Nullable Stamp inquired,
      @Nullable Stamp pended,
      @Nullable Stamp approved) {

    Stamps updatedBy(Stamp by) {
      return new Stamps(created, by, inquired, pended, approved);
    }

    Stamps inquiredBy(Stamp by) {
      return new Stamps(created, updated, by, pended, approved);
    }

    Stamps pendedBy(Stamp by) {
      return new Stamps(created, updated, inquired, by, approved);
    }

    Stamps notPended() {
      return new Stamps(created, updated, inquired, null, approved);
    }

    Stamps approvedBy(Stamp by) {
      return new Stamps(created, updated, inquired, pended, by);
    }
  }

  /**
   * Everything that is kept and nothing derived.
   *
   * @param number from 1, over the requests of the configuration
   * @param tier2 the account above a tier 1
   * @param parent the tier 2 that a tier-1 setup is bound to
   * @param previousApproved the request whose values held when this one was raised
   * @param values what this request carries; the configuration's own are not repeated
   * @param revision what the database counts to notice lost updates
   */
  public record Snapshot(
      TierConfigurationRequestId id,
      TierConfigurationId configuration,
      int number,
      TierConfigurationRequestType type,
      TierConfigurationRequestStatus status,
      Agreement agreement,
      @Nullable MarketplaceId marketplace,
      @Nullable TierAccountId tier2,
      @Nullable TierConfigurationId parent,
      @Nullable TierConfigurationRequestId previousApproved,
      ParameterValues values,
      @Nullable UserRef assignee,
      @Nullable Tile tile,
      @Nullable String notes,
      @Nullable String reason,
      @Nullable Instant effectiveDate,
      @Nullable Inquiry inquiry,
      Stamps stamps,
      long revision) {}
}
