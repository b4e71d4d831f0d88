package io.tierhub.parameter;

import io.tierhub.catalog.ProductId;

/** What products ask for, as the current transaction sees it. */
public interface ParameterSets {

  /** An empty set if the product asks for nothing in that scope. */
  ParameterSet of(ProductId product, ParameterScope scope);
}
