package io.tierhub.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives every body an example. Swagger UI would make one up itself each time an operation is
 * opened, slowly, and with "string" where nothing is known.
 */
@Component
@Order(4)
@SuppressWarnings("rawtypes") // Swagger's own API is raw.
class ResponseExamples implements GlobalOpenApiCustomizer {

  @Override
  public void customise(OpenAPI api) {
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    ExampleWriter writer = new ExampleWriter(schemas);
    api.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .forEach(operation -> complete(operation, writer));
    api.getComponents()
        .getResponses()
        .values()
        .forEach(shared -> complete(shared.getContent(), writer));
    schemas.values().forEach(ResponseExamples::forgetSeldom);
  }

  private static void complete(Operation operation, ExampleWriter writer) {
    if (operation.getRequestBody() != null) {
      complete(operation.getRequestBody().getContent(), writer);
    }
    operation.getResponses().values().forEach(response -> complete(response.getContent(), writer));
  }

  private static void complete(@Nullable Content content, ExampleWriter writer) {
    if (content == null) {
      return;
    }
    for (MediaType type : content.values()) {
      Schema<?> schema = type.getSchema();
      if (schema != null && type.getExample() == null && type.getExamples() == null) {
        type.setExample(writer.of(schema));
      }
    }
  }

  /** The mark was for the writer alone. */
  private static void forgetSeldom(Schema<?> schema) {
    if (schema.getProperties() == null) {
      return;
    }
    for (Schema<?> member : schema.getProperties().values()) {
      if (ExampleWriter.isSeldom(member)) {
        Map<String, Object> others = new LinkedHashMap<>(member.getExtensions());
        others.remove(ExampleWriter.SELDOM);
        member.setExtensions(others);
      }
    }
  }
}
