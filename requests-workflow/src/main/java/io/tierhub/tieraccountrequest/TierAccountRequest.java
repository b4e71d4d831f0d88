package io.tierhub.tieraccountrequest;

import io.tierhub.account.TierAccount;
import io.tierhub.account.TierAccountId;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells one vendor, for one product, that an account changed. It is raised by the change itself, in
 * the same transaction, and shows the account as that version was. The vendor accepts or ignores
 * it, once; neither changes the account. Where the product's sync is off it is born unsupported.
 */
public final class TierAccountRequest {

  /** What a vendor can do with a request. */
  public enum Action {
    ACCEPT,
    IGNORE
  }

  public static final Lifecycle<TierAccountRequestStatus, Action> LIFECYCLE =
      Lifecycle.of(TierAccountRequestStatus.class, Action.class, Refusal.TAR_ILLEGAL_TRANSITION)
          .allow(TierAccountRequestStatus.PENDING, Action.ACCEPT, TierAccountRequestStatus.ACCEPTED)
          .allow(TierAccountRequestStatus.PENDING, Action.IGNORE, TierAccountRequestStatus.IGNORED)
          .by(Action.ACCEPT, Role.VENDOR)
          .by(Action.IGNORE, Role.VENDOR)
          .build();

  /** Connect's own words (wire-format §3.1). */
  public static final String UNSUPPORTED_REASON =
      "Product does not support contact details change.";

  public static final int LONGEST_REASON = 255;

  private final Snapshot born;
  private TierAccountRequestStatus status;
  private @Nullable String reason;
  private Stamp updated;

  private TierAccountRequest(Snapshot kept) {
    this.born = kept;
    this.status = kept.status();
    this.reason = kept.reason();
    this.updated = kept.updated();
  }

  /** One request per product in use, for the version that the account just reached. */
  public static List<TierAccountRequest> raise(TierAccount account, List<ProductInUse> products) {
    List<TierAccountRequest> raised = new ArrayList<>();
    for (ProductInUse product : products) {
      raised.add(
          new TierAccountRequest(
              new Snapshot(
                  TierAccountRequestId.of(account.id(), account.version(), raised.size() + 1),
                  product.sync()
                      ? TierAccountRequestStatus.PENDING
                      : TierAccountRequestStatus.UNSUPPORTED,
                  account.id(),
                  account.version(),
                  product.product(),
                  product.vendor(),
                  account.realm().owner(),
                  account.realm().environment(),
                  product.sync() ? null : UNSUPPORTED_REASON,
                  account.updated(),
                  account.updated(),
                  0)));
    }
    return raised;
  }

  public static TierAccountRequest restore(Snapshot kept) {
    return new TierAccountRequest(kept);
  }

  /** The vendor took the change over. */
  public void accept(Actor vendor, Instant now) {
    decide(Action.ACCEPT, vendor, now);
  }

  /** The vendor did not take the change over. */
  public void ignore(Actor vendor, @Nullable String why, Instant now) {
    decide(Action.IGNORE, vendor, now);
    reason = why;
  }

  private void decide(Action action, Actor actor, Instant now) {
    LIFECYCLE.requireActor(action, actor.role());
    status = LIFECYCLE.next(status, action);
    updated = new Stamp(now, actor.user());
  }

  public TierAccountRequestId id() {
    return born.id();
  }

  public TierAccountRequestStatus status() {
    return status;
  }

  public PartnerId vendor() {
    return born.vendor();
  }

  public PartnerId provider() {
    return born.provider();
  }

  public ProductId product() {
    return born.product();
  }

  public Environment environment() {
    return born.environment();
  }

  public Snapshot snapshot() {
    return new Snapshot(
        born.id(),
        status,
        born.account(),
        born.version(),
        born.product(),
        born.vendor(),
        born.provider(),
        born.environment(),
        reason,
        born.created(),
        updated,
        born.revision());
  }

  /**
   * Everything that is kept and nothing derived.
   *
   * @param version of the account, as the change made it
   * @param revision what the database counts to notice lost updates
   */
  public record Snapshot(
      TierAccountRequestId id,
      TierAccountRequestStatus status,
      TierAccountId account,
      int version,
      ProductId product,
      PartnerId vendor,
      PartnerId provider,
      Environment environment,
      @Nullable String reason,
      Stamp created,
      Stamp updated,
      long revision) {}
}
