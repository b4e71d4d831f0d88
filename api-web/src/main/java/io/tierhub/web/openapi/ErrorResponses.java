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
import io.tierhub.web.wire.Body;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * Adds to each operation how it may refuse: what its kind may always, and what it says of itself by
 * {@link Refuses}. Statuses with the same answer everywhere are described once, and referred to.
 */
@Component
class ErrorResponses implements GlobalOperationCustomizer {

  private final ErrorExamples examples;

  ErrorResponses(ErrorExamples examples) {
    this.examples = examples;
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod endpoint) {
    Map<Integer, Set<Refusal>> refusals = new TreeMap<>();
    for (Refusal why : of(endpoint)) {
      refusals
          .computeIfAbsent(Catalogue.of(why).status(), status -> EnumSet.noneOf(Refusal.class))
          .add(why);
    }
    ApiResponses responses = operation.getResponses();
    refusals.forEach((status, whys) -> {
      String shared = SharedAnswers.nameOf(whys);
      responses.addApiResponse(
          Integer.toString(status),
          shared == null
              ? answer(whys, path(endpoint))
              : new ApiResponse().$ref("#/components/responses/" + shared));
    });
    responses.values().stream()
        .filter(response -> response.get$ref() == null)
        .forEach(response ->
            response.addHeaderObject(
                SharedAnswers.TRACE_HEADER, new Header().$ref(SharedAnswers.TRACE)));
    ApiResponse ok = responses.get("200");
    if (ok != null && ListParameters.isList(endpoint)) {
      ok.addHeaderObject("Content-Range", new Header().$ref(SharedAnswers.CONTENT_RANGE));
    }
    return operation;
  }

  /** How an operation may refuse: by what it takes in, and by what is said of it. */
  private static Set<Refusal> of(HandlerMethod endpoint) {
    Set<Refusal> all = EnumSet.of(Refusal.UNAUTHENTICATED, Refusal.UNAVAILABLE);
    boolean reads = isGet(endpoint);
    if (takes(endpoint, Body.class)) {
      all.addAll(
          List.of(
              Refusal.INVALID,
              Refusal.UNREADABLE_BODY,
              Refusal.BODY_TOO_LARGE,
              Refusal.UNSUPPORTED_MEDIA_TYPE));
    }
    if (ListParameters.isList(endpoint)) {
      all.add(Refusal.BAD_FILTER);
    }
    for (var parameter : endpoint.getMethodParameters()) {
      if (parameter.hasParameterAnnotation(PathVariable.class)) {
        all.add(Refusal.NOT_FOUND);
      }
      if (parameter.hasParameterAnnotation(RequestParam.class)
          && parameter.getParameterType() != String.class) {
        all.add(Refusal.INVALID);
      }
    }
    if (!reads) {
      all.add(Refusal.FORBIDDEN);
    }
    Refuses refuses = endpoint.getMethodAnnotation(Refuses.class);
    if (refuses != null) {
      all.addAll(Arrays.asList(refuses.value()));
    }
    return all;
  }

  private ApiResponse answer(Set<Refusal> whys, String path) {
    MediaType json = new MediaType().schema(SharedAnswers.errorSchema());
    whys.forEach(why ->
        json.addExamples(
            why.code(), new Example().summary(why.title()).value(examples.of(why, path))));
    return new ApiResponse()
        .description(
            whys.stream()
                .map(why ->
                    "[`%s`](/problems/%s) %s"
                        .formatted(why.code(), Catalogue.of(why).slug(), why.title()))
                .collect(Collectors.joining(" · ")))
        .content(new Content().addMediaType(SharedAnswers.JSON, json));
  }

  private static boolean takes(HandlerMethod endpoint, Class<?> type) {
    return Arrays.stream(endpoint.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == type);
  }

  private static boolean isGet(HandlerMethod endpoint) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(endpoint.getMethod(), RequestMapping.class);
    return mapping != null && List.of(mapping.method()).contains(RequestMethod.GET);
  }

  private static String path(HandlerMethod endpoint) {
    String path = first(endpoint.getBeanType()) + first(endpoint.getMethod());
    for (var parameter : endpoint.getMethodParameters()) {
      String id = ExampleIds.of(parameter.getParameterType());
      if (id != null) {
        path = path.replace("{" + parameter.getParameter().getName() + "}", id);
      }
    }
    return path;
  }

  private static String first(AnnotatedElement mapped) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(mapped, RequestMapping.class);
    return mapping == null || mapping.path().length == 0 ? "" : mapping.path()[0];
  }
}
