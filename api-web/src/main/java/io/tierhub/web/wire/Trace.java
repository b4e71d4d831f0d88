package io.tierhub.web.wire;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every call a trace id: the caller's by W3C {@code traceparent}, else a new one. It is in
 * the logs, in every error, in the feed, and in the answer's {@code X-Trace-Id}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Trace extends OncePerRequestFilter {

  public static final String HEADER = "X-Trace-Id";

  /** What the id is called in logs. */
  public static final String LOGGED = "trace_id";

  private static final String ATTRIBUTE = Trace.class.getName();
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

  /** The call's id; it gets one now if it was refused before this filter saw it. */
  public static String idOf(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String id) {
      return id;
    }
    String id = given(request);
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = idOf(request);
    response.setHeader(HEADER, id);
    MDC.put(LOGGED, id);
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(LOGGED);
    }
  }

  private static String given(HttpServletRequest request) {
    String header = request.getHeader("traceparent");
    if (header != null) {
      Matcher matcher = TRACEPARENT.matcher(header);
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    return fresh();
  }

  /** An id of what no header names. */
  public static String fresh() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong() | 1L) + hex.toHexDigits(random.nextLong());
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }
}
