package io.tierhub.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.tierhub.web.wire.IdempotencyKey;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Every POST and every PUT may be repeated with its {@code Idempotency-Key}. Before {@link DryRuns}
 * adds an answer that is never given again.
 */
@Component
@Order(0)
class KeyedOperations implements GlobalOpenApiCustomizer {

  private static final String NAME = "IdempotencyKey";
  private static final String PARAMETER = "#/components/parameters/" + NAME;
  private static final String REPLAYED = "IdempotencyReplayed";

  @Override
  public void customise(OpenAPI api) {
    api.getComponents().addParameters(NAME, parameter()).addHeaders(REPLAYED, replayed());
    api.getPaths().values().stream()
        .flatMap(path -> Stream.of(path.getPost(), path.getPut()))
        .filter(Objects::nonNull)
        .forEach(KeyedOperations::describe);
  }

  private static void describe(Operation operation) {
    operation.addParametersItem(new Parameter().$ref(PARAMETER));
    for (Map.Entry<String, ApiResponse> response : operation.getResponses().entrySet()) {
      if (response.getKey().startsWith("2")) {
        response
            .getValue()
            .addHeaderObject(
                IdempotencyKey.REPLAYED, new Header().$ref("#/components/headers/" + REPLAYED));
      }
    }
  }

  private static Parameter parameter() {
    return new Parameter()
        .in("header")
        .name(IdempotencyKey.HEADER)
        .required(false)
        .description(
            "Of your choice, such as a UUID in quotes; one for each call that is meant as one of its"
                + " own. Within 24 hours the same call with the same key is done once, and answered"
                + " the same again. What was refused is tried anew.")
        .schema(new Schema<>().types(Set.of("string")).minLength(1).maxLength(257));
  }

  private static Header replayed() {
    return new Header()
        .description("`true` if this was answered before to the same key, and nothing was done now")
        .schema(new Schema<>().types(Set.of("string")));
  }
}
