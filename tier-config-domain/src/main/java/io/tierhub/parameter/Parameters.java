package io.tierhub.parameter;

import io.tierhub.catalog.ProductId;
import java.util.List;
import java.util.Optional;

/**
 * All parameters of all products. Every method belongs into a transaction that holds the product's
 * lock.
 */
public interface Parameters {

  /** The running number of the product's next parameter; none is given twice. */
  int nextNumber(ProductId product);

  void add(Parameter parameter);

  Optional<Parameter> find(ProductId product, ParameterId id);

  List<ParameterDefinition> ofProduct(ProductId product);

  /**
   * What values are made of that are kept under this name, if the parameter of which they are was
   * deleted.
   */
  Optional<ParameterType> keptAs(ProductId product, String name);

  void save(Parameter parameter);

  void remove(Parameter parameter);
}
