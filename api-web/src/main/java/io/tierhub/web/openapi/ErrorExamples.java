package io.tierhub.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.MediaType;
import io.tierhub.kernel.Refusal;
import io.tierhub.web.problem.Catalogue;
import io.tierhub.web.problem.Problem;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Error bodies as they would be answered: each once, and referred to by those who answer it. */
@Component
class ErrorExamples {

  private static final String PREFIX = "#/components/examples/";

  /** The same code as of a body, about a parameter. */
  private static final String OF_PARAMETER = Refusal.INVALID.code() + "_of_parameter";

  private final JsonMapper json;

  ErrorExamples(JsonMapper json) {
    this.json = json;
  }

  Map<String, Object> body(Refusal why) {
    return plain(Catalogue.example(why));
  }

  static Example reference(Refusal why) {
    return new Example().$ref(PREFIX + why.code());
  }

  static Example referenceToUnreadableParameter() {
    return new Example().$ref(PREFIX + OF_PARAMETER);
  }

  /** Adds the examples that operations refer to. */
  void addUsed(OpenAPI api) {
    Set<String> used =
        api.getPaths().values().stream()
            .flatMap(path -> path.readOperations().stream())
            .flatMap(operation -> operation.getResponses().values().stream())
            .filter(response -> response.getContent() != null)
            .flatMap(response -> response.getContent().values().stream())
            .flatMap(ErrorExamples::references)
            .collect(Collectors.toSet());
    Map<String, Example> all = new TreeMap<>();
    Arrays.stream(Refusal.values())
        .forEach(why -> all.put(why.code(), new Example().summary(why.title()).value(body(why))));
    all.put(
        OF_PARAMETER,
        new Example()
            .summary("A parameter is not valid")
            .value(plain(Catalogue.unreadableParameter())));
    all.keySet().removeIf(name -> !used.contains(PREFIX + name));
    api.getComponents().setExamples(all);
  }

  private static Stream<String> references(MediaType type) {
    return type.getExamples() == null
        ? Stream.of()
        : type.getExamples().values().stream().map(Example::get$ref).filter(Objects::nonNull);
  }

  private Map<String, Object> plain(Problem problem) {
    return json.convertValue(problem, new TypeReference<>() {});
  }
}
