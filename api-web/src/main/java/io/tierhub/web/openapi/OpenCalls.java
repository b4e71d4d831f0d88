package io.tierhub.web.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Says of operations that they need no token. */
@Component
class OpenCalls implements GlobalOperationCustomizer {

  private final List<SecurityRequirement> tokens;

  OpenCalls(@Value("${tierhub.jwt.issuer:}") String issuer) {
    this.tokens = OpenApiConfiguration.tokens(issuer);
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod endpoint) {
    TokenFree free = endpoint.getMethodAnnotation(TokenFree.class);
    if (free == null) {
      return operation;
    }
    List<SecurityRequirement> ways = new ArrayList<>();
    if (free.orByToken()) {
      ways.addAll(tokens);
      ways.add(new SecurityRequirement()); // OpenAPI's way to say that it can be left out.
    }
    return operation.security(ways);
  }
}
