package io.tierhub.workflow;

import io.tierhub.catalog.Product;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.parameter.Parameter;
import io.tierhub.parameter.ParameterDefinition;
import io.tierhub.parameter.ParameterId;
import io.tierhub.parameter.Parameters;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what products ask for: vendors of their own. */
@Service
public class ManageParameters {

  private final Parameters parameters;
  private final OwnProducts own;

  ManageParameters(Parameters parameters, OwnProducts own) {
    this.parameters = parameters;
    this.own = own;
  }

  /**
   * @param wanted makes the definition with the running number it gets; asked for only once it is
   *     known that the actor may add any
   * @throws Refused with every fault, or with {@link Refusal#PARAMETER_EXISTS}
   */
  @Transactional
  public ParameterId create(Actor actor, ProductId id, IntFunction<ParameterDefinition> wanted) {
    Product product = own.lock(actor, id);
    ParameterDefinition definition = wanted.apply(parameters.nextNumber(id));
    requireNoneKept(id, definition);
    Parameter parameter = Parameter.create(definition, parameters.ofProduct(id), own.stamp(actor));
    parameters.add(parameter);
    tell("product.parameter_created", product, parameter, actor);
    return parameter.id();
  }

  /** What was kept as a password is never shown as a text, nor judged as what it is not. */
  private void requireNoneKept(ProductId product, ParameterDefinition definition) {
    parameters
        .keptAs(product, definition.name())
        .filter(type -> type != definition.type())
        .ifPresent(type -> {
          throw Refused.at(
              Refusal.PARAMETER_EXISTS,
              "/name",
              "Values of a deleted parameter '%s' of type %s are kept under this name; use that type, or another name."
                  .formatted(definition.name(), type.wire()));
        });
  }

  /**
   * @param edit makes the new definition out of the current one
   * @throws Refused with every fault, or with {@link Refusal#PARAMETER_FIELD_FIXED}
   */
  @Transactional
  public ParameterId change(
      Actor actor, ProductId id, ParameterId which, UnaryOperator<ParameterDefinition> edit) {
    Product product = own.lock(actor, id);
    Parameter parameter = find(id, which);
    ParameterDefinition before = parameter.definition();
    parameter.change(edit.apply(before), parameters.ofProduct(id), own.stamp(actor));
    if (!parameter.definition().equals(before)) {
      parameters.save(parameter);
      tell("product.parameter_changed", product, parameter, actor);
    }
    return which;
  }

  /**
   * Values of it are kept, and not shown any more.
   *
   * @throws Refused with {@link Refusal#PARAMETER_DEPENDED_ON} if another one depends on it
   */
  @Transactional
  public void delete(Actor actor, ProductId id, ParameterId which) {
    Product product = own.lock(actor, id);
    Parameter parameter = find(id, which);
    parameter.requireRemovable(parameters.ofProduct(id));
    parameters.remove(parameter);
    tell("product.parameter_deleted", product, parameter, actor);
  }

  private Parameter find(ProductId product, ParameterId which) {
    return parameters.find(product, which).orElseThrow(() -> Refused.notFound(which));
  }

  private void tell(String what, Product product, Parameter parameter, Actor actor) {
    ParameterDefinition definition = parameter.definition();
    own.tell(
        what,
        product,
        actor,
        Map.of(
            "parameter",
            definition.id().value(),
            "name",
            definition.name(),
            "scope",
            definition.scope().wire()));
  }
}
