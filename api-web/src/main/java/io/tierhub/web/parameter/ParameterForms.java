package io.tierhub.web.parameter;

import io.tierhub.catalog.ProductId;
import io.tierhub.parameter.ParameterDefinition;
import io.tierhub.parameter.ParameterId;
import io.tierhub.parameter.ParameterPhase;
import io.tierhub.parameter.ParameterScope;
import io.tierhub.parameter.ParameterType;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.Forms;
import java.util.Objects;

/** Reads parameters out of bodies, and lays bodies over parameters. */
public final class ParameterForms {

  private ParameterForms() {}

  /**
   * @param number the running number that it gets
   */
  public static ParameterDefinition read(ProductId product, int number, Body body) {
    return definition(
        ParameterId.of(product, number),
        product,
        number * ParameterDefinition.STEP,
        body.as(ParameterForm.class));
  }

  /** The members of the body over the parameter as it is, constraints member by member. */
  static ParameterDefinition merge(ParameterDefinition now, Body body) {
    ParameterForm form =
        Body.merged(
            new ParameterForm(
                now.name(),
                now.title(),
                now.description(),
                now.type().wire(),
                now.scope().wire(),
                now.phase().wire(),
                now.hint(),
                now.placeholder(),
                now.defaultValue(),
                ConstraintsForm.of(now.constraints()),
                now.position()),
            body,
            ParameterForm.class);
    return definition(now.id(), now.product(), now.position(), form);
  }

  private static ParameterDefinition definition(
      ParameterId id, ProductId product, long place, ParameterForm form) {
    Long position = form.position();
    return new ParameterDefinition(
        id,
        product,
        Forms.given(form.name()),
        Forms.given(form.title()),
        Forms.orNone(form.description()),
        ParameterType.ofWire(Forms.given(form.type())).orElseThrow(),
        ParameterScope.ofWire(Forms.given(form.scope())).orElseThrow(),
        ParameterPhase.ofWire(Forms.given(form.phase())).orElseThrow(),
        Forms.orNone(form.hint()),
        Forms.orNone(form.placeholder()),
        form.defaultValue(),
        Objects.requireNonNullElse(form.constraints(), ConstraintsForm.NONE).toDomain(),
        position == null ? place : position);
  }
}
