package io.tierhub.web.feed;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads what the feed is asked for by itself: a data binder looks at the record anew for each call,
 * and took half of what an answer to a reader who waits takes.
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
