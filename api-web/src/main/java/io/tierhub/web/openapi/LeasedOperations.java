package io.tierhub.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.tierhub.web.wire.NamedLease;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** What changes a request that can be claimed takes the lease that holds it. */
@Component
class LeasedOperations implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

  private static final String NAME = "Lease";
  private static final String PARAMETER = "#/components/parameters/" + NAME;

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    return new Endpoint(method).isLeasable()
        ? operation.addParametersItem(new Parameter().$ref(PARAMETER))
        : operation;
  }

  @Override
  public void customise(OpenAPI api) {
    api.getComponents()
        .addParameters(
            NAME,
            new Parameter()
                .in("header")
                .name(NamedLease.HEADER)
                .required(false)
                .description(
                    "The lease under which you have claimed the request: if it does not hold it any"
                        + " more, nothing is done. Without it the request is changed whoever has"
                        + " claimed it.")
                .schema(new Schema<>().types(Set.of("string"))));
  }
}
