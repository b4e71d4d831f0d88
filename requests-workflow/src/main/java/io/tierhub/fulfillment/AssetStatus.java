package io.tierhub.fulfillment;

/** Where an asset stands. */
public enum AssetStatus {
  /** Being put together; nobody but its distributor knows of it. */
  DRAFT,
  /** Ordered; its first request is not decided yet. */
  PROCESSING,
  /** In use. */
  ACTIVE,
  /** In use until the vendor confirms the end. */
  TERMINATING,
  /** Not in use for now. */
  SUSPENDED,
  /** Over, or never begun; the accounts of its chain are free of it. */
  TERMINATED
}
