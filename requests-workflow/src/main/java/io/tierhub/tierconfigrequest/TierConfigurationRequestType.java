package io.tierhub.tierconfigrequest;

import io.tierhub.kernel.Lifecycle;
import java.util.Optional;

/** What a tier configuration request is for. */
public enum TierConfigurationRequestType {
  /** The first agreement; orders and other setups wait for it. */
  SETUP,
  /** A change that distributor or vendor wants; nothing waits for it. */
  UPDATE,
  /** A correction by the vendor; nothing waits for it and nobody is asked. */
  ADJUSTMENT;

  public String wire() {
    return Lifecycle.wire(this);
  }

  public static Optional<TierConfigurationRequestType> ofWire(String text) {
    for (TierConfigurationRequestType type : values()) {
      if (type.wire().equals(text)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
