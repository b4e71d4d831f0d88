package io.tierhub.fulfillment;

/** Where a fulfillment request stands. */
public enum FulfillmentRequestStatus {
  /** Being put together by the distributor. */
  DRAFT,
  /** Parked: waits for a tier configuration. */
  TIERS_SETUP,
  /** Waits for values that somebody was asked for. */
  INQUIRING,
  /** Waits for the vendor. */
  PENDING,
  /** The vendor did what was asked. */
  APPROVED,
  /** It will not be done, for a reason that was given. */
  FAILED,
  /** The vendor will do it later. */
  SCHEDULED,
  /** The distributor wants the scheduled request undone. */
  REVOKING,
  /** The vendor undid the scheduled request. */
  REVOKED
}
