package io.tierhub.web.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.tierhub.kernel.Refusal;
import io.tierhub.web.problem.Catalogue;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/**
 * Adds to each operation how it may refuse, with an example of each reason. Statuses with the same
 * answer everywhere are described once, and referred to.
 */
@Component
class ErrorResponses implements GlobalOperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    Endpoint endpoint = new Endpoint(method);
    ApiResponses responses = operation.getResponses();
    responses.values().forEach(success -> describe(success, endpoint));
    byStatus(endpoint.refusals())
        .forEach((status, whys) ->
            responses.addApiResponse(Integer.toString(status), answer(whys, endpoint)));
    return operation;
  }

  private static void describe(ApiResponse success, Endpoint endpoint) {
    SharedAnswers.addUsual(success, Set.of());
    if (endpoint.isPaged()) {
      success.addHeaderObject("Content-Range", new Header().$ref(SharedAnswers.CONTENT_RANGE));
      success.addHeaderObject("Link", new Header().$ref(SharedAnswers.LINK));
    }
  }

  private static Map<Integer, Set<Refusal>> byStatus(Set<Refusal> refusals) {
    Map<Integer, Set<Refusal>> byStatus = new TreeMap<>();
    for (Refusal why : refusals) {
      byStatus
          .computeIfAbsent(Catalogue.of(why).status(), status -> EnumSet.noneOf(Refusal.class))
          .add(why);
    }
    return byStatus;
  }

  private static ApiResponse answer(Set<Refusal> whys, Endpoint endpoint) {
    String shared = SharedAnswers.nameOf(whys);
    if (shared != null) {
      return new ApiResponse().$ref("#/components/responses/" + shared);
    }
    MediaType json = new MediaType().schema(SharedAnswers.errorSchema());
    for (Refusal why : whys) {
      json.addExamples(why.code(), example(why, endpoint));
    }
    ApiResponse answer =
        new ApiResponse()
            .description(whys.stream().map(SharedAnswers::link).collect(Collectors.joining(" · ")))
            .content(new Content().addMediaType(SharedAnswers.JSON, json));
    SharedAnswers.addUsual(answer, whys);
    SharedAnswers.addTime(answer, whys);
    return answer;
  }

  private static Example example(Refusal why, Endpoint endpoint) {
    return why == Refusal.INVALID && !endpoint.takesBody()
        ? ErrorExamples.referenceToUnreadableParameter()
        : ErrorExamples.reference(why);
  }
}
