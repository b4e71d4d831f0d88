package io.tierhub.web.feed;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads the query string of the feed without a data binder, which looks at the record anew for each
 * call: that took half of the time of a reader who waits.
 */
@Component
class FeedQueryArgument implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == FeedQuery.class;
  }

  @Override
  public FeedQuery resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory factory) {
    return new FeedQuery(
        given(request, "after"),
        given(request, "consumer"),
        given(request, "limit"),
        given(request, "type"),
        given(request, "product"),
        given(request, "environment"));
  }

  /** A name that is there more than once names several. */
  private static @Nullable String given(NativeWebRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values == null ? null : String.join(",", values);
  }
}
