package io.tierhub.workflow;

import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.Products;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import io.tierhub.parameter.ParameterScope;
import io.tierhub.parameter.ParameterSet;
import io.tierhub.parameter.ParameterSets;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what products ask for, for those who draw forms of it. */
@Service
public class ReadForms {

  private final Products products;
  private final ParameterSets sets;

  ReadForms(Products products, ParameterSets sets) {
    this.products = products;
    this.sets = sets;
  }

  /**
   * @throws Refused as not found if the actor does not see the product
   */
  @Transactional(readOnly = true)
  public ParameterSet of(Actor actor, ProductId product, ParameterScope scope) {
    if (!products.isVisible(actor, product)) {
      throw Refused.notFound(product);
    }
    return sets.of(product, scope);
  }
}
