package io.tierhub.web.wire;

import io.tierhub.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Hands the caller to the endpoints that are open by a code as well. Who calls with a code was let
 * in without a look at any token.
 */
@Component
public class CallerArgument implements HandlerMethodArgumentResolver {

  private static final String NAME = "code";

  /**
   * The code that a call carries in its query string, which alone is looked at: to ask for a
   * parameter would read a body that calls itself a form away. A code has nothing that would be
   * encoded.
   */
  public static Optional<String> codeIn(HttpServletRequest request) {
    String query = request.getQueryString();
    if (query == null) {
      return Optional.empty();
    }
    MultiValueMap<String, String> parameters =
        UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
    return parameters.containsKey(NAME)
        ? Optional.of(Objects.requireNonNullElse(parameters.getFirst(NAME), ""))
        : Optional.empty();
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Caller resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory factory) {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    if (caller != null && caller.getPrincipal() instanceof Actor actor) {
      return new Caller.WithToken(actor);
    }
    HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("not a servlet request");
    }
    return codeIn(request)
        .map(code -> new Caller.WithCode(code, Trace.idOf(request)))
        .orElseThrow(() -> new IllegalStateException("somebody was let in with nothing"));
  }
}
