package io.tierhub.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Spring tries all routes with an id in them on every call, each with all its conditions, which
 * costs more than the rest of a small answer. Here only those are tried whose path begins as the
 * call's does. If not exactly one of them fits, Spring finds out what that means.
 */
final class PrefixedRoutes extends RequestMappingHandlerMapping {

  /**
   * @param prefix what the path of every call begins with that the route is for
   */
  private record Route(String prefix, RequestMappingInfo info, HandlerMethod method) {}

  private List<Route> routes = List.of();

  @Override
  public void afterPropertiesSet() {
    super.afterPropertiesSet();
    List<Route> all = new ArrayList<>();
    getHandlerMethods()
        .forEach((info, method) -> {
          PathPatternsRequestCondition paths = info.getPathPatternsCondition();
          if (paths != null) {
            for (PathPattern pattern : paths.getPatterns()) {
              all.add(new Route(pattern.getPatternString().split("[{*?]", 2)[0], info, method));
            }
          }
        });
    routes = List.copyOf(all);
  }

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    RequestMappingInfo found = null;
    HandlerMethod method = null;
    for (Route route : routes) {
      if (path.startsWith(route.prefix)) {
        RequestMappingInfo match = getMatchingMapping(route.info, request);
        if (match != null) {
          if (found != null) {
            return super.lookupHandlerMethod(path, request);
          }
          found = match;
          method = route.method;
        }
      }
    }
    if (found == null || method == null) {
      return super.lookupHandlerMethod(path, request);
    }
    request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, method);
    handleMatch(found, path, request);
    return method;
  }
}
