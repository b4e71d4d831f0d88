package io.tierhub.tierconfig;

import static io.tierhub.tierconfig.TierConfigurationStatus.ACTIVE;
import static io.tierhub.tierconfig.TierConfigurationStatus.PROCESSING;

import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.partner.MarketplaceId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one reseller, at one tier level, has agreed with one product through one connection. It is
 * set up once and lives for ever: everything of it changes by requests only, of which one at most
 * is open. Orders wait for it until it is set up, and never again.
 */
public final class TierConfiguration {

  /** What happens to a configuration in consequence of its requests; nobody does it directly. */
  public enum Action {
    ACTIVATE
  }

  public static final Lifecycle<TierConfigurationStatus, Action> LIFECYCLE =
      Lifecycle.of(TierConfigurationStatus.class, Action.class, Refusal.TCR_ILLEGAL_TRANSITION)
          .allow(PROCESSING, Action.ACTIVATE, ACTIVE)
          .build();

  private final TierConfigurationId id;
  private final Agreement agreement;
  private final @Nullable MarketplaceId marketplace;
  private final Stamp created;
  private final long revision;
  private TierConfigurationStatus status;
  private ParameterValues values;
  private @Nullable Tile tile;
  private int requests;
  private @Nullable TierConfigurationRequestId openRequest;
  private @Nullable TierConfigurationRequestId lastApproved;
  private Stamp updated;

  private TierConfiguration(Snapshot kept) {
    this.id = kept.id();
    this.agreement = kept.agreement();
    this.marketplace = kept.marketplace();
    this.created = kept.created();
    this.revision = kept.revision();
    this.status = kept.status();
    this.values = kept.values();
    this.tile = kept.tile();
    this.requests = kept.requests();
    this.openRequest = kept.openRequest();
    this.lastApproved = kept.lastApproved();
    this.updated = kept.updated();
  }

  /** Begins empty, for a first request to set it up. */
  public static TierConfiguration begin(
      TierConfigurationId id,
      Agreement agreement,
      @Nullable MarketplaceId marketplace,
      Stamp created) {
    return new TierConfiguration(
        new Snapshot(
            id,
            agreement,
            marketplace,
            PROCESSING,
            ParameterValues.NONE,
            null,
            0,
            null,
            null,
            created,
            created,
            0));
  }

  public static TierConfiguration restore(Snapshot kept) {
    return new TierConfiguration(kept);
  }

  /** The number of the next request, drafts included; never given again. */
  public int nextRequest() {
    requests++;
    return requests;
  }

  /**
   * The request is the open one from now on.
   *
   * @throws Refused naming the open one if there is one (design §4.6)
   */
  public void hold(TierConfigurationRequestId request, Stamp by) {
    requireNoneOpen();
    openRequest = request;
    updated = by;
  }

  /**
   * @throws Refused naming the open request if there is one
   */
  public void requireNoneOpen() {
    if (openRequest != null) {
      throw Refused.because(
              Refusal.TCR_OPEN, "%s has an open request: %s.".formatted(id, openRequest))
          .with(Map.of("configuration_id", id.value(), "request_id", openRequest.value()));
    }
  }

  /** What the open request brought holds from now on; a setup makes the configuration active. */
  public void adopt(
      TierConfigurationRequestId approved, ParameterValues brought, Tile shown, Stamp by) {
    requireOpen(approved);
    if (status == PROCESSING) {
      status = LIFECYCLE.next(status, Action.ACTIVATE);
    }
    values = values.withAll(brought.settled());
    tile = shown;
    lastApproved = approved;
    openRequest = null;
    updated = by;
  }

  /** The open request came to nothing: everything stays as it is (design §4.8). */
  public void dismiss(TierConfigurationRequestId failed, Stamp by) {
    requireOpen(failed);
    openRequest = null;
    updated = by;
  }

  private void requireOpen(TierConfigurationRequestId request) {
    if (!request.equals(openRequest)) {
      throw new IllegalStateException(request + " is not the open request of " + id);
    }
  }

  /** Whether a setup was approved: nothing waits for it any more. */
  public boolean isSatisfied() {
    return status == ACTIVE;
  }

  public TierConfigurationId id() {
    return id;
  }

  public Agreement agreement() {
    return agreement;
  }

  public Optional<MarketplaceId> marketplace() {
    return Optional.ofNullable(marketplace);
  }

  public TierConfigurationStatus status() {
    return status;
  }

  public ParameterValues values() {
    return values;
  }

  public Optional<TierConfigurationRequestId> openRequest() {
    return Optional.ofNullable(openRequest);
  }

  public Optional<TierConfigurationRequestId> lastApproved() {
    return Optional.ofNullable(lastApproved);
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id,
        agreement,
        marketplace,
        status,
        values,
        tile,
        requests,
        openRequest,
        lastApproved,
        created,
        updated,
        revision);
  }

  /**
   * Everything that is kept and nothing derived.
   *
   * @param requests how many requests there have been
   * @param revision what the database counts to notice lost updates
   */
  public record Snapshot(
      TierConfigurationId id,
      Agreement agreement,
      @Nullable MarketplaceId marketplace,
      TierConfigurationStatus status,
      ParameterValues values,
      @Nullable Tile tile,
      int requests,
      @Nullable TierConfigurationRequestId openRequest,
      @Nullable TierConfigurationRequestId lastApproved,
      Stamp created,
      Stamp updated,
      long revision) {}
}
