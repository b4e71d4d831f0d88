package io.tierhub.web.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/** What browsers are told of every answer that is no page. */
public final class BrowserHeaders {

  /** The policy of what is no page: it loads nothing and stands in no frame. */
  public static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  private static final Map<String, String> ALL =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Content-Security-Policy", NOTHING,
          "Referrer-Policy", "no-referrer",
          "Cache-Control", "no-store");

  private BrowserHeaders() {}

  /** Adds those that are not there. */
  public static void complete(HttpServletResponse response) {
    ALL.forEach((name, value) -> {
      if (!response.containsHeader(name)) {
        response.setHeader(name, value);
      }
    });
  }
}
