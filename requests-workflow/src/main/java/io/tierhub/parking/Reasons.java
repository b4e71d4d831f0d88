package io.tierhub.parking;

import io.tierhub.tierconfig.TierConfigurationId;
import java.time.Instant;
import java.util.Map;

/** Reads why somebody waits. */
public interface Reasons {

  /** For what a waiter waits, tier 2 first, and since when. */
  Map<TierConfigurationId, Instant> of(Waiter waiter);
}
