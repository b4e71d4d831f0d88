package io.tierhub.tierconfig;

/** Where a tier configuration stands. */
public enum TierConfigurationStatus {
  /** No setup was approved yet. */
  PROCESSING,
  /** A setup was approved; updates and adjustments change nothing of that (design §4.6). */
  ACTIVE
}
