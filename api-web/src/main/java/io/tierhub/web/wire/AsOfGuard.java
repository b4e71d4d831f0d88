package io.tierhub.web.wire;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Whoever asks how things were must never be told how they are: {@code as_of} on a call that does
 * not offer it is refused.
 */
public final class AsOfGuard implements HandlerInterceptor {

  private static final String NAME = "as_of";
  private static final Pattern ASKED = Pattern.compile("(?:^|&)" + NAME + "(?:=|&|$)");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String query = request.getQueryString();
    if (query != null
        && query.contains(NAME)
        && handler instanceof HandlerMethod method
        && ASKED.matcher(query).find()
        && !Offered.by(method, NAME)) {
      throw Refused.at(
          Refusal.INVALID,
          "",
          "This call offers no as_of: it tells of now. An account, its ancestors and its tree do.");
    }
    return true;
  }
}
