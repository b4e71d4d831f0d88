package io.tierhub.web.wire;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Hands {@code dry_run} to {@link Writes}. Whoever asks for a rehearsal must never get the real
 * thing: misspelt, said twice, or without a clear yes or no, it is refused before anything is done.
 * What is logged of a rehearsal says that it is one.
 */
public final class DryRunGuard implements HandlerInterceptor {

  private static final String NAME = "dry_run";
  private static final String ATTRIBUTE = DryRunGuard.class.getName();
  private static final Pattern ALIKE = Pattern.compile("dry[_-]?run", Pattern.CASE_INSENSITIVE);
  private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String query = request.getQueryString();
    if (query != null && WRITES.contains(request.getMethod())) {
      boolean rehearsal = isAskedFor(query);
      request.setAttribute(ATTRIBUTE, rehearsal);
      if (rehearsal) {
        MDC.put(NAME, "(dry run) ");
      }
    }
    return true;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    MDC.remove(NAME);
  }

  private static boolean isAskedFor(String query) {
    List<String[]> asked =
        Arrays.stream(query.split("&"))
            .filter(pair -> !pair.isEmpty())
            .map(DryRunGuard::nameAndValue)
            .filter(parameter -> ALIKE.matcher(parameter[0]).matches())
            .toList();
    if (asked.isEmpty()) {
      return false;
    }
    if (asked.size() > 1) {
      throw refused("Say dry_run once.");
    }
    String name = asked.getFirst()[0];
    if (!name.equals(NAME)) {
      throw refused("Write dry_run, not " + name + ". Nothing was changed.");
    }
    return switch (asked.getFirst()[1].toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refused("Say dry_run=true or dry_run=false.");
    };
  }

  /** Not by asking for a parameter, which would read a body that calls itself a form away. */
  private static String[] nameAndValue(String pair) {
    int equals = pair.indexOf('=');
    try {
      String name =
          URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8);
      String value =
          equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
      if (name.isEmpty()) {
        throw unreadable();
      }
      return new String[] {name, value};
    } catch (IllegalArgumentException malformed) {
      throw unreadable();
    }
  }

  private static Refused unreadable() {
    return refused(
        "The query string cannot be read: write name=value, and %25 for a percent sign.");
  }

  private static Refused refused(String fault) {
    return Refused.at(Refusal.INVALID, "", fault);
  }

  /** Whether the call of this thread is a rehearsal. */
  static boolean isRehearsal() {
    return RequestContextHolder.getRequestAttributes()
            instanceof ServletRequestAttributes attributes
        && Boolean.TRUE.equals(attributes.getRequest().getAttribute(ATTRIBUTE));
  }
}
