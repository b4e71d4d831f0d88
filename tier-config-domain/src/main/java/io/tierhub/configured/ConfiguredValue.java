package io.tierhub.configured;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Stamp;
import io.tierhub.parameter.ParameterValue;

/**
 * A value of a configuration-phase parameter (wire-format §7). Once set it stays, be it empty.
 *
 * @param value called by the parameter's name
 */
public record ConfiguredValue(
    ProductId product, ConfiguredPlace place, ParameterValue value, Stamp created, Stamp updated) {

  /** The same place with another value. */
  public ConfiguredValue becoming(ParameterValue other, Stamp by) {
    return new ConfiguredValue(product, place, other, created, by);
  }
}
