package io.tierhub.web.openapi;

import io.swagger.v3.oas.models.Operation;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Names operations by endpoint and method, as in {@code tierAccountList}: springdoc's own names
 * depend on which other operation was met first.
 */
@Component
class OperationNames implements GlobalOperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod endpoint) {
    String resource = endpoint.getBeanType().getSimpleName().replaceFirst("Controller$", "");
    return operation.operationId(
        StringUtils.uncapitalize(resource)
            + StringUtils.capitalize(endpoint.getMethod().getName()));
  }
}
