package io.tierhub.web.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A write that has {@code dry_run} answers 200 with something else when it is one. */
@Component
@Order(1)
class DryRuns implements GlobalOpenApiCustomizer {

  @Override
  public void customise(OpenAPI api) {
    ModelConverters.getInstance(true)
        .resolveAsResolvedSchema(new AnnotatedType(DryRunView.class))
        .referencedSchemas
        .forEach(api.getComponents()::addSchemas);
    api.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .filter(DryRuns::hasDryRun)
        .forEach(DryRuns::describe);
  }

  private static boolean hasDryRun(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .anyMatch(parameter -> "dry_run".equals(parameter.getName()));
  }

  private static void describe(Operation operation) {
    ApiResponse ok = operation.getResponses().get("200");
    MediaType json = ok == null ? null : ok.getContent().get(SharedAnswers.JSON);
    if (ok == null || json == null) {
      operation
          .getResponses()
          .addApiResponse(
              "200",
              new ApiResponse()
                  .description("Of a dry run")
                  .content(
                      new Content()
                          .addMediaType(
                              SharedAnswers.JSON, new MediaType().schema(Refs.to("DryRun")))));
      return;
    }
    Schema<Object> either = new Schema<>();
    either.addOneOfItem(json.getSchema());
    either.addOneOfItem(Refs.to("DryRun"));
    json.setSchema(either);
    ok.setDescription("Done, or what a dry run would do");
  }
}
