package io.tierhub.web.wire;

import io.tierhub.web.rate.CallMemory;
import io.tierhub.web.rql.Rql;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands list endpoints the query string as it was sent: RQL is not made of parameters. */
@Component
public class ListQueryArgument implements HandlerMethodArgumentResolver {

  private final Rql rql;

  ListQueryArgument(Rql rql) {
    this.rql = rql;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == ListQuery.class;
  }

  @Override
  public ListQuery resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory factory) {
    HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("not a servlet request");
    }
    return new ListQuery(
        request.getRequestURI(),
        request.getQueryString(),
        cursor(request),
        rql,
        CallMemory.of(request)::readsRows);
  }

  /**
   * Not by asking for a parameter: that would read the body of a POST that calls itself a form, and
   * take apart for nothing what every poll comes with.
   */
  private static @Nullable String cursor(HttpServletRequest request) {
    String query = request.getQueryString();
    if (query == null || !(query.contains(ListQuery.CURSOR) || query.indexOf('%') >= 0)) {
      return null;
    }
    for (String part : query.split("&")) {
      int equals = part.indexOf('=');
      if (equals > 0 && decoded(part.substring(0, equals)).equals(ListQuery.CURSOR)) {
        return decoded(part.substring(equals + 1));
      }
    }
    return null;
  }

  /** As it is if that fails: whoever reads it says what is wrong. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}
