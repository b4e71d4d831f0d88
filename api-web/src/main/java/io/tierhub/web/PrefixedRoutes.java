package io.tierhub.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Spring tries all routes with an id in them on every call, each with all its conditions, which
 * costs more than the rest of a small answer. Here those whose path begins otherwise are passed
 * over first.
 */
final class PrefixedRoutes extends RequestMappingHandlerMapping {

  /** For each route what its paths begin with, as far as that is the same for all calls. */
  private final Map<RequestMappingInfo, List<String>> prefixes = new ConcurrentHashMap<>();

  @Override
  protected @Nullable RequestMappingInfo getMatchingMapping(
      RequestMappingInfo route, HttpServletRequest request) {
    String path =
        ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().value();
    return mayLead(route, path) ? super.getMatchingMapping(route, request) : null;
  }

  private boolean mayLead(RequestMappingInfo route, String path) {
    if (path.indexOf('%') >= 0 || path.indexOf(';') >= 0) {
      return true; // Not written as Spring will read it.
    }
    for (String prefix : prefixes.computeIfAbsent(route, PrefixedRoutes::prefixesOf)) {
      if (path.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> prefixesOf(RequestMappingInfo route) {
    PathPatternsRequestCondition paths = route.getPathPatternsCondition();
    return paths == null
        ? List.of("")
        : paths.getPatterns().stream()
            .map(PathPattern::getPatternString)
            .map(pattern -> pattern.split("[{*?]", 2)[0])
            .toList();
  }
}
