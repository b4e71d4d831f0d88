package io.tierhub.web.wire;

import io.tierhub.web.rql.Rql;
import jakarta.servlet.http.HttpServletRequest;
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
        request.getParameter(ListQuery.CURSOR),
        rql);
  }
}
