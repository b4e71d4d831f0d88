package io.tierhub.fulfillment;

import io.tierhub.catalog.ConnectionId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Stamp;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.partner.MarketplaceId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer bought: a subscription to one product through one chain of tiers. It begins with
 * a purchase, becomes active when the vendor approves it, can be suspended and resumed, and ends
 * terminated, at once if the purchase fails. It changes only as its requests are decided.
 */
public final class Asset {

  /** What happens to an asset in consequence of its requests; nobody does it directly. */
  public enum Action {
    PROCESS,
    ACTIVATE,
    ABANDON,
    SUSPEND,
    RESUME,
    CANCEL,
    TERMINATE,
    KEEP
  }

  public static final Lifecycle<AssetStatus, Action> LIFECYCLE =
      Lifecycle.of(AssetStatus.class, Action.class, Refusal.ASSET_STATE)
          .allow(AssetStatus.DRAFT, Action.PROCESS, AssetStatus.PROCESSING)
          .allow(AssetStatus.PROCESSING, Action.ACTIVATE, AssetStatus.ACTIVE)
          .allow(AssetStatus.PROCESSING, Action.ABANDON, AssetStatus.TERMINATED)
          .allow(AssetStatus.ACTIVE, Action.SUSPEND, AssetStatus.SUSPENDED)
          .allow(AssetStatus.ACTIVE, Action.CANCEL, AssetStatus.TERMINATING)
          .allow(AssetStatus.SUSPENDED, Action.RESUME, AssetStatus.ACTIVE)
          .allow(AssetStatus.TERMINATING, Action.TERMINATE, AssetStatus.TERMINATED)
          .allow(AssetStatus.TERMINATING, Action.KEEP, AssetStatus.ACTIVE)
          .build();

  private final Snapshot born;
  private AssetStatus status;
  private List<OrderedItem> items;
  private ParameterValues values;
  private Instant updated;

  private Asset(Snapshot kept) {
    this.born = kept;
    this.status = kept.status();
    this.items = kept.items();
    this.values = kept.values();
    this.updated = kept.updated();
  }

  /**
   * Comes into being by a purchase, which is to be decided.
   *
   * @param asDraft whether the purchase is the distributor's own until submitted
   */
  public static Asset purchase(
      AssetId id,
      Sale sale,
      Terms terms,
      TierChain tiers,
      List<OrderedItem> items,
      ParameterValues values,
      boolean asDraft,
      Stamp created) {
    return new Asset(
        new Snapshot(
            id,
            asDraft ? AssetStatus.DRAFT : AssetStatus.PROCESSING,
            sale,
            terms,
            tiers,
            items,
            values,
            created,
            created.at(),
            0));
  }

  public static Asset restore(Snapshot kept) {
    return new Asset(kept);
  }

  /** Its purchase was submitted. */
  public void process(Instant now) {
    take(Action.PROCESS, now);
  }

  /** A draft is its distributor's alone. */
  public boolean isVisibleTo(Actor actor) {
    return sale().isVisibleTo(actor)
        && (status != AssetStatus.DRAFT || actor.role() != Role.VENDOR);
  }

  /**
   * A request of that type is made. A cancellation begins at once, all else with the approval.
   *
   * @throws Refused naming the types that the status takes, if it does not take this one
   */
  public void requested(FulfillmentRequestType type, Instant now) {
    if (!takes(type)) {
      throw Refused.because(
              Refusal.ASSET_STATE,
              "%s takes no %s: its status is %s."
                  .formatted(id(), type.wire(), Lifecycle.wire(status)))
          .allowing(
              Stream.of(FulfillmentRequestType.values())
                  .filter(this::takes)
                  .map(FulfillmentRequestType::wire)
                  .toList());
    }
    if (type == FulfillmentRequestType.CANCEL) {
      take(Action.CANCEL, now);
    }
  }

  private boolean takes(FulfillmentRequestType type) {
    return type.takenBy().filter(status::equals).isPresent();
  }

  /** A request was approved: what it asked for holds. */
  public void approved(FulfillmentRequest request, Instant now) {
    switch (request.type()) {
      case PURCHASE -> take(Action.ACTIVATE, now);
      case SUSPEND -> take(Action.SUSPEND, now);
      case RESUME -> take(Action.RESUME, now);
      case CANCEL -> take(Action.TERMINATE, now);
      case CHANGE, ADJUSTMENT -> {
        // It is what it was, with other items and values.
      }
      case RENEW, TRANSFER ->
          throw new IllegalStateException(request.type() + " cannot have been requested");
    }
    items = request.items().stream().filter(OrderedItem::remains).toList();
    values = request.values().settled();
    updated = now;
  }

  /** What its purchase brings is shown of it before that is decided: it has nothing else. */
  public void show(ParameterValues ofPurchase, Instant now) {
    values = ofPurchase;
    updated = now;
  }

  /** A request of that type failed, or fell with what it waited for. */
  public void failed(FulfillmentRequestType type, Instant now) {
    switch (type) {
      case PURCHASE -> take(Action.ABANDON, now);
      case CANCEL -> take(Action.KEEP, now);
      case CHANGE, SUSPEND, RESUME, ADJUSTMENT, RENEW, TRANSFER -> {
        // Nothing had been changed yet.
      }
    }
  }

  /** The one door of the status. */
  void take(Action action, Instant now) {
    status = LIFECYCLE.next(status, action);
    updated = now;
  }

  public AssetId id() {
    return born.id();
  }

  public AssetStatus status() {
    return status;
  }

  public Sale sale() {
    return born.sale();
  }

  public TierChain tiers() {
    return born.tiers();
  }

  public List<OrderedItem> items() {
    return items;
  }

  public ParameterValues values() {
    return values;
  }

  public Snapshot snapshot() {
    return new Snapshot(
        born.id(),
        status,
        born.sale(),
        born.terms(),
        born.tiers(),
        items,
        values,
        born.created(),
        updated,
        born.revision());
  }

  /**
   * Through what it was sold, and how the distributor calls it.
   *
   * @param externalId the id in the commerce system
   * @param externalUid unique among the distributor's unterminated assets of a product and an
   *     environment
   */
  public record Terms(
      ConnectionId connection,
      @Nullable MarketplaceId marketplace,
      @Nullable String externalId,
      String externalUid) {}

  /**
   * Everything that is kept and nothing derived.
   *
   * @param revision what the database counts to notice lost updates
   */
  public record Snapshot(
      AssetId id,
      AssetStatus status,
      Sale sale,
      Terms terms,
      TierChain tiers,
      List<OrderedItem> items,
      ParameterValues values,
      Stamp created,
      Instant updated,
      long revision) {}
}
