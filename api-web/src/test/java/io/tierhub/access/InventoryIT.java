package io.tierhub.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.web.openapi.OpenApiTest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The server answers what its description says, and what stands here with a reason. */
@DisplayName("API9:2023, improper inventory management")
class InventoryIT extends OpenApiTest {

  private static final Map<String, String> NO_OPERATIONS =
      Map.ofEntries(
          Map.entry("GET /openapi", "the description"),
          Map.entry("GET /openapi/{group}", "the description for a kind of user"),
          Map.entry("GET /openapi/swagger-config", "which descriptions Swagger UI offers"),
          Map.entry("GET /openapi.yaml", "the description"),
          Map.entry("GET /openapi.yaml/{group}", "the description for a kind of user"),
          Map.entry("GET /swagger-ui.html", "leads to Swagger UI"),
          Map.entry("POST /public/v1/conversations", "says what to do instead"),
          Map.entry("POST /forms/{code}", "the page's answers"),
          Map.entry("GET /portal/{code}", "a page"),
          Map.entry("POST /portal/{code}", "the page's changes"),
          Map.entry("GET /portal/{code}/actions/{action}", "the page's buttons"),
          Map.entry("GET /mailbox", "a page for ops"),
          Map.entry("GET /problems", "explains errors"),
          Map.entry("GET /problems/{slug}", "explains an error"),
          Map.entry("* /error", "the container's way to the error body; 404 by its name"));

  @Autowired private Map<String, HandlerMapping> mappings;

  @Test
  void everyRouteIsDescribedOrHasAReason() {
    Set<String> described = new TreeSet<>();
    description("all")
        .calls()
        .forEach(call -> described.add(call.method().toUpperCase(Locale.ROOT) + " " + call.path()));
    Set<String> routes = new TreeSet<>();
    mappings.values().stream()
        .filter(RequestMappingInfoHandlerMapping.class::isInstance)
        .map(RequestMappingInfoHandlerMapping.class::cast)
        .forEach(mapping ->
            mapping
                .getHandlerMethods()
                .keySet()
                .forEach(route -> {
                  Set<String> methods = new TreeSet<>();
                  route.getMethodsCondition().getMethods().forEach(one -> methods.add(one.name()));
                  if (methods.isEmpty()) {
                    methods.add("*");
                  }
                  route.getPatternValues().stream()
                      .map(path -> path.replaceAll("\\{(\\w+):[^}]+}", "{$1}"))
                      .forEach(path -> methods.forEach(method -> routes.add(method + " " + path)));
                }));
    assertThat(routes).containsAll(described);
    routes.removeAll(described);
    assertThat(routes).as("describe it, or say here why not").isEqualTo(NO_OPERATIONS.keySet());
  }

  @Test
  void noFilesAreServedButTheseFolders() {
    Set<String> folders = new TreeSet<>();
    mappings.values().stream()
        .filter(AbstractUrlHandlerMapping.class::isInstance)
        .map(AbstractUrlHandlerMapping.class::cast)
        .forEach(mapping -> folders.addAll(mapping.getHandlerMap().keySet()));
    assertThat(folders)
        .allMatch(path ->
            path.equals("/**") // The folder static, of which nothing else is packed.
                || path.equals("/")
                || path.startsWith("/openapi")
                || path.startsWith("/swagger-ui/")
                || path.startsWith("/webjars/"));
  }
}
