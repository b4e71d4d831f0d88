package io.tierhub.portal;

import io.tierhub.inquiry.Inquiry;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The request that is open: until it is decided there is no other.
 *
 * @param since when it is where it is
 * @param inquiry by which the reseller is asked; none while the vendor has it
 */
public record Underway(
    TierConfigurationRequestId request, Instant since, @Nullable Inquiry inquiry) {

  /** Whether it is the reseller's turn. */
  public boolean isAsking() {
    return inquiry != null;
  }
}
