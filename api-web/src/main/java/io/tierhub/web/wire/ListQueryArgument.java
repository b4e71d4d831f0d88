package io.tierhub.web.wire;

import io.tierhub.web.rate.CallMemory;
import io.tierhub.web.rql.Rql;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
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

  /** Of a POST no parameter is asked for, which would read a body that calls itself a form away. */
  private static @Nullable String cursor(HttpServletRequest request) {
    if (!HttpMethod.POST.matches(request.getMethod())) {
      return request.getParameter(ListQuery.CURSOR);
    }
    return Stream.ofNullable(request.getQueryString())
        .flatMap(query -> Arrays.stream(query.split("&")))
        .filter(part -> part.startsWith(ListQuery.CURSOR + "="))
        .map(part -> part.substring(ListQuery.CURSOR.length() + 1))
        .findFirst()
        .orElse(null);
  }
}
