package io.tierhub.tierconfigrequest;

/** Where a tier configuration request stands. */
public enum TierConfigurationRequestStatus {
  /** Being put together by the distributor; nobody else knows of it, nothing waits for it. */
  DRAFT,
  /** Parked: a tier-1 setup waits for its tier 2 (design §4.7). */
  TIERS_SETUP,
  /** Waits for values that the reseller was asked for. */
  INQUIRING,
  /** Waits for the vendor. */
  PENDING,
  /** The vendor agreed: what was brought holds. */
  APPROVED,
  /** It came to nothing, for a reason that was given. */
  FAILED
}
