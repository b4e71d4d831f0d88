package io.tierhub.web.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.tierhub.kernel.Refusal;
import io.tierhub.web.problem.Catalogue;
import io.tierhub.web.problem.Problem;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What many operations answer alike: described once, so that the description stays small. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SharedAnswers implements GlobalOpenApiCustomizer {

  static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
  static final String TRACE_HEADER = "X-Trace-Id";
  static final String TRACE = "#/components/headers/TraceId";
  static final String CONTENT_RANGE = "#/components/headers/ContentRange";

  private static final String ANYWHERE = "/public/v1/tier/accounts/TA-6458-9737-0065";

  private static final Map<Refusal, String> NAMES =
      Map.of(
          Refusal.UNAUTHENTICATED, "Unauthenticated",
          Refusal.FORBIDDEN, "Forbidden",
          Refusal.NOT_FOUND, "NotFound",
          Refusal.BODY_TOO_LARGE, "BodyTooLarge",
          Refusal.UNSUPPORTED_MEDIA_TYPE, "UnsupportedMediaType",
          Refusal.UNAVAILABLE, "Unavailable");

  private final ErrorExamples examples;

  SharedAnswers(ErrorExamples examples) {
    this.examples = examples;
  }

  /** How the answer is called that says just this, if there is one. */
  static @Nullable String nameOf(Set<Refusal> whys) {
    return whys.size() == 1 ? NAMES.get(whys.iterator().next()) : null;
  }

  static Schema<?> errorSchema() {
    return new Schema<>().$ref("#/components/schemas/Error");
  }

  @Override
  public void customise(OpenAPI api) {
    Components components = api.getComponents();
    ModelConverters.getInstance(true)
        .resolveAsResolvedSchema(new AnnotatedType(Problem.class))
        .referencedSchemas
        .forEach(components::addSchemas);
    components.addHeaders(
        "TraceId",
        text("Names this call in the logs and in the feed", "0af7651916cd43dd8448eb211c80319c"));
    components.addHeaders(
        "ContentRange",
        text("The first row, the last row, and how many there are in all", "items 0-99/1234"));
    components.addHeaders("RetryAfter", text("Seconds after which to try again", "3"));
    NAMES.forEach((why, name) -> components.addResponses(name, answer(why)));
  }

  private ApiResponse answer(Refusal why) {
    MediaType json = new MediaType().schema(errorSchema()).example(examples.of(why, ANYWHERE));
    ApiResponse answer =
        new ApiResponse()
            .description(
                "[`%s`](/problems/%s) %s"
                    .formatted(why.code(), Catalogue.of(why).slug(), why.title()))
            .addHeaderObject(TRACE_HEADER, new Header().$ref(TRACE))
            .content(new Content().addMediaType(JSON, json));
    if (why == Refusal.UNAVAILABLE) {
      answer.addHeaderObject("Retry-After", new Header().$ref("#/components/headers/RetryAfter"));
    }
    return answer;
  }

  private static Header text(String description, String example) {
    return new Header()
        .description(description)
        .schema(new Schema<>().types(Set.of("string")))
        .example(example);
  }
}
