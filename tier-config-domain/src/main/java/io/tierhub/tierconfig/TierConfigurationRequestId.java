package io.tierhub.tierconfig;

import io.tierhub.kernel.Prefixed;

/** {@code TCR-<digits of the configuration>-<running number>} (wire-format §1.1). */
public record TierConfigurationRequestId(String value) implements Prefixed {

  public TierConfigurationRequestId {
    Prefixed.require("TCR", value);
  }

  /**
   * @param number from 1, over the requests of one configuration
   */
  public static TierConfigurationRequestId of(TierConfigurationId configuration, int number) {
    return new TierConfigurationRequestId("TCR-%s-%03d".formatted(configuration.digits(), number));
  }

  @Override
  public String toString() {
    return value;
  }
}
