package io.tierhub.web.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every write can be rehearsed, and answers 200 with something else when it is. */
@Component
@Order(1)
class DryRuns implements GlobalOpenApiCustomizer {

  private static final String NAME = "DryRun";

  @Override
  public void customise(OpenAPI api) {
    ModelConverters.getInstance(true)
        .resolveAsResolvedSchema(new AnnotatedType(DryRunView.class))
        .referencedSchemas
        .forEach(api.getComponents()::addSchemas);
    ApiResponse answer =
        new ApiResponse()
            .description("Of a dry run")
            .content(
                new Content()
                    .addMediaType(SharedAnswers.JSON, new MediaType().schema(Refs.to("DryRun"))));
    SharedAnswers.addUsual(answer, Set.of());
    api.getComponents().addParameters(NAME, parameter()).addResponses(NAME, answer);
    api.getPaths().values().stream()
        .flatMap(path -> Stream.of(path.getPost(), path.getPut(), path.getDelete()))
        .filter(Objects::nonNull)
        .forEach(DryRuns::describe);
  }

  private static Parameter parameter() {
    Schema<Object> yesOrNo = new Schema<>();
    yesOrNo.setTypes(Set.of("boolean"));
    yesOrNo.setDefault(false);
    return new Parameter()
        .in("query")
        .name("dry_run")
        .required(false)
        .description(
            "`true`: do all, tell what would be answered and what would follow, and keep nothing. An"
                + " `Idempotency-Key` is not used up.")
        .schema(yesOrNo);
  }

  private static void describe(Operation operation) {
    operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + NAME));
    ApiResponse ok = operation.getResponses().get("200");
    MediaType json =
        ok == null || ok.getContent() == null ? null : ok.getContent().get(SharedAnswers.JSON);
    if (ok == null || json == null) {
      operation
          .getResponses()
          .addApiResponse("200", new ApiResponse().$ref("#/components/responses/" + NAME));
      return;
    }
    Schema<Object> either = new Schema<>();
    either.addOneOfItem(json.getSchema());
    either.addOneOfItem(Refs.to("DryRun"));
    json.setSchema(either);
    ok.setDescription("Done, or what a dry run would do");
  }
}
