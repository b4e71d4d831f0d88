package io.tierhub.web.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/**
 * Moves the examples of what may be left out into words: Swagger UI fills them in, and who presses
 * Execute would ask for the example without having said so.
 */
@Component
class OptionalParameters implements GlobalOperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod endpoint) {
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(OptionalParameters::tell);
    }
    return operation;
  }

  private static void tell(Parameter parameter) {
    Object example = parameter.getExample();
    if (example == null || Boolean.TRUE.equals(parameter.getRequired())) {
      return;
    }
    parameter.setExample(null);
    parameter.setDescription(parameter.getDescription() + ", for example `" + example + "`");
  }
}
