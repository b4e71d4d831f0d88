package io.tierhub.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What there is beside a path that there is not: whoever posts {@code /requests/{id}/schedule}
 * learns which actions requests have. Of paths only; whether there is such an object is not told.
 */
@Component
class Siblings {

  private final ObjectProvider<RequestMappingHandlerMapping> mappings;

  /**
   * @param mappings asked for with the first call: they need the advice that needs this
   */
  Siblings(ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  /** The last segments of all paths that differ in theirs alone, for the same method. */
  List<String> of(HttpServletRequest request) {
    String path = request.getRequestURI();
    PathContainer above = PathContainer.parsePath(parent(path));
    return mappings
        .orderedStream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .filter(info -> takes(info, request.getMethod()))
        .flatMap(info -> info.getPatternValues().stream())
        .flatMap(pattern -> lastBelow(pattern, above).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean takes(RequestMappingInfo info, String method) {
    return info.getMethodsCondition().getMethods().stream()
        .map(RequestMethod::name)
        .anyMatch(method::equals);
  }

  private static Optional<String> lastBelow(String pattern, PathContainer above) {
    String last = pattern.substring(parent(pattern).length());
    if (last.length() < 2 || last.contains("{") || last.contains("*")) {
      return Optional.empty();
    }
    String parent = parent(pattern);
    // Beside collections are all other collections: to name them helps nobody.
    return parent.contains("{") && PathPatternParser.defaultInstance.parse(parent).matches(above)
        ? Optional.of(last.substring(1))
        : Optional.empty();
  }

  private static String parent(String path) {
    String whole = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return whole.substring(0, Math.max(whole.lastIndexOf('/'), 0));
  }

  /** As a sentence ends with it; empty if there is nothing. */
  static String inWords(List<String> siblings) {
    return siblings.isEmpty() ? "" : " There are: " + String.join(", ", siblings) + ".";
  }
}
