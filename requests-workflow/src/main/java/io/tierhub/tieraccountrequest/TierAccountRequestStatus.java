package io.tierhub.tieraccountrequest;

/** Where a tier account request stands. */
public enum TierAccountRequestStatus {
  /** The vendor has not said yet what it made of the change. */
  PENDING,
  /** The vendor took the change over. */
  ACCEPTED,
  /** The vendor did not, and said why; the account keeps the change all the same. */
  IGNORED,
  /** Nobody is asked: Tier Accounts Sync is off for the product. */
  UNSUPPORTED
}
