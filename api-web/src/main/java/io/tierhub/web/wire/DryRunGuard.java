package io.tierhub.web.wire;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Whoever asks for a rehearsal must never get the real thing: {@code dry_run} on a write that does
 * not offer it, misspelt, or without a clear yes or no, is refused before anything is done.
 */
public final class DryRunGuard implements HandlerInterceptor {

  private static final String NAME = "dry_run";
  private static final Pattern ASKED =
      Pattern.compile("(?:^|&)(dry[_-]?run)(?:=([^&]*))?(?=&|$)", Pattern.CASE_INSENSITIVE);
  private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String query = request.getQueryString();
    if (query == null
        || !WRITES.contains(request.getMethod())
        || !(handler instanceof HandlerMethod method)) {
      return true;
    }
    Matcher asked = ASKED.matcher(query);
    if (!asked.find()) {
      return true;
    }
    if (!Offered.by(method, NAME)) {
      throw Refused.at(
          Refusal.INVALID, "", "This call offers no dry_run. Nothing was changed; leave it out.");
    }
    if (!asked.group(1).equals(NAME)) {
      throw Refused.at(
          Refusal.INVALID, "", "Write dry_run, not " + asked.group(1) + ". Nothing was changed.");
    }
    if (asked.group(2) == null || asked.group(2).isEmpty()) {
      throw Refused.at(Refusal.INVALID, "", "Say dry_run=true or dry_run=false.");
    }
    return true;
  }
}
