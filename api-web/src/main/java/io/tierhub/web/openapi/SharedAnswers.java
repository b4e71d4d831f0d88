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
import io.tierhub.web.rate.TokenRate;
import io.tierhub.web.wire.Trace;
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
  static final String LINK = "#/components/headers/NextPage";
  static final String CONTENT_RANGE = "#/components/headers/ContentRange";

  private static final Map<Refusal, String> NAMES =
      Map.ofEntries(
          Map.entry(Refusal.UNAUTHENTICATED, "Unauthenticated"),
          Map.entry(Refusal.FORBIDDEN, "Forbidden"),
          Map.entry(Refusal.NOT_FOUND, "NotFound"),
          Map.entry(Refusal.BODY_TOO_SLOW, "BodyTooSlow"),
          Map.entry(Refusal.BODY_TOO_LARGE, "BodyTooLarge"),
          Map.entry(Refusal.UNSUPPORTED_MEDIA_TYPE, "UnsupportedMediaType"),
          Map.entry(Refusal.STALE, "Stale"),
          Map.entry(Refusal.IDEMPOTENCY_KEY_IN_USE, "IdempotencyKeyInUse"),
          Map.entry(Refusal.IDEMPOTENCY_KEY_REUSED, "IdempotencyKeyReused"),
          Map.entry(Refusal.TOO_MANY_CALLS, "TooManyCalls"),
          Map.entry(Refusal.UNAVAILABLE, "Unavailable"));

  /** With which it is said when to try again. */
  private static final Set<Refusal> WITH_TIME =
      Set.of(Refusal.UNAVAILABLE, Refusal.TOO_MANY_CALLS, Refusal.IDEMPOTENCY_KEY_IN_USE);

  private final ErrorExamples examples;

  SharedAnswers(ErrorExamples examples) {
    this.examples = examples;
  }

  /** How the answer is called that says just this, if there is one. */
  static @Nullable String nameOf(Set<Refusal> whys) {
    return whys.size() == 1 ? NAMES.get(whys.iterator().next()) : null;
  }

  /** The code as a link to its page, and the title. */
  static String link(Refusal why) {
    Catalogue.Entry entry = Catalogue.of(why);
    return "[`%s`](/problems/%s) %s".formatted(why.code(), entry.slug(), why.title());
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
    components.addHeaders(
        "NextPage",
        text(
            "Where the next page is, if there is one (RFC 8288)",
            "</public/v1/requests?status=pending&cursor=eyJ…>; rel=\"next\""));
    components.addHeaders(
        "RateLimit",
        text(
            "How many calls your token has left on this copy of the server, and after how many"
                + " seconds it has all of them again; `RateLimit-Policy` says how many in how many"
                + " seconds that is",
            "\"token\";r=11987;t=1"));
    components.addHeaders("RetryAfter", text("Seconds after which to try again", "3"));
    NAMES.forEach((why, name) -> components.addResponses(name, answer(why)));
    examples.addUsed(api);
  }

  private ApiResponse answer(Refusal why) {
    MediaType json = new MediaType().schema(errorSchema()).example(examples.body(why));
    ApiResponse answer =
        new ApiResponse().description(link(why)).content(new Content().addMediaType(JSON, json));
    addUsual(answer, Set.of(why));
    addTime(answer, Set.of(why));
    return answer;
  }

  /** What every answer has; of a caller nobody knows, no calls are counted. */
  static void addUsual(ApiResponse answer, Set<Refusal> whys) {
    answer.addHeaderObject(Trace.HEADER, new Header().$ref("#/components/headers/TraceId"));
    if (!whys.contains(Refusal.UNAUTHENTICATED)) {
      answer.addHeaderObject(
          TokenRate.LEFT_HEADER, new Header().$ref("#/components/headers/RateLimit"));
    }
  }

  /** Some of these say when to try again. */
  static void addTime(ApiResponse answer, Set<Refusal> whys) {
    if (whys.stream().anyMatch(WITH_TIME::contains)) {
      answer.addHeaderObject("Retry-After", new Header().$ref("#/components/headers/RetryAfter"));
    }
  }

  private static Header text(String description, String example) {
    return new Header()
        .description(description)
        .schema(new Schema<>().types(Set.of("string")))
        .example(example);
  }
}
