package io.tierhub.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What changes one object that can be read takes {@code If-Match}: a PUT or DELETE of its path, and
 * a POST right below it that is no list to which something is added.
 */
@Component
class ConditionalOperations implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

  private static final String NAME = "IfMatch";
  private static final String PARAMETER = "#/components/parameters/" + NAME;
  private static final Set<RequestMethod> OF_OBJECT =
      Set.of(RequestMethod.PUT, RequestMethod.DELETE);

  private final ObjectProvider<RequestMappingHandlerMapping> mappings;

  /**
   * @param mappings asked for with the first description, which knows of all endpoints
   */
  ConditionalOperations(ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod endpoint) {
    boolean conditional =
        !endpoint.hasMethodAnnotation(Unconditional.class)
            && routes()
                .filter(route -> route.getValue().getMethod().equals(endpoint.getMethod()))
                .anyMatch(route -> changesObject(route.getKey()));
    return conditional ? operation.addParametersItem(new Parameter().$ref(PARAMETER)) : operation;
  }

  private boolean changesObject(RequestMappingInfo info) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    Set<String> readable = readable();
    return info.getPatternValues().stream()
        .anyMatch(path -> {
          String above = path.substring(0, path.lastIndexOf('/'));
          return methods.stream().anyMatch(OF_OBJECT::contains)
              ? readable.contains(path)
              : methods.contains(RequestMethod.POST)
                  && above.endsWith("}")
                  && readable.contains(above)
                  && !readable.contains(path);
        });
  }

  /** The paths that can be got. */
  private Set<String> readable() {
    return routes()
        .map(Map.Entry::getKey)
        .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
        .flatMap(info -> info.getPatternValues().stream())
        .collect(Collectors.toSet());
  }

  private Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> routes() {
    return mappings
        .orderedStream()
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream());
  }

  @Override
  public void customise(OpenAPI api) {
    api.getComponents()
        .addParameters(
            NAME,
            new Parameter()
                .in("header")
                .name(HttpHeaders.IF_MATCH)
                .required(false)
                .description(
                    "The `ETag` with which you got the object, or several of them: if it is not so"
                        + " any more, nothing is done. `*` is any state. Without it writers come one"
                        + " after the other, and each changes what it lists.")
                .schema(new Schema<>().types(Set.of("string"))));
  }
}
