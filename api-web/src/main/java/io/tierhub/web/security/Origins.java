package io.tierhub.web.security;

import io.tierhub.web.rate.TokenRate;
import io.tierhub.web.wire.IdempotencyKey;
import io.tierhub.web.wire.NamedLease;
import io.tierhub.web.wire.Reason;
import io.tierhub.web.wire.Trace;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

/**
 * The sites whose pages may call the API from a browser; none, unless {@code tierhub.cors.origins}
 * names them. A page of any other site is answered as if it had not said where it comes from, and
 * its browser keeps the answer from it. No cookies are taken from anybody.
 */
@Component
class Origins {

  private static final List<String> MAY_SEND =
      List.of(
          HttpHeaders.ACCEPT,
          HttpHeaders.AUTHORIZATION,
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.IF_MATCH,
          HttpHeaders.IF_NONE_MATCH,
          IdempotencyKey.HEADER,
          Reason.HEADER,
          NamedLease.HEADER,
          "Connect-Localization",
          "traceparent");

  private static final List<String> MAY_READ =
      List.of(
          HttpHeaders.CONTENT_RANGE,
          HttpHeaders.ETAG,
          HttpHeaders.LINK,
          HttpHeaders.LOCATION,
          HttpHeaders.RETRY_AFTER,
          IdempotencyKey.REPLAYED,
          TokenRate.POLICY_HEADER,
          TokenRate.LEFT_HEADER,
          Trace.HEADER);

  private final Set<String> named;
  private final CorsConfiguration allowed = new CorsConfiguration();

  Origins(@Value("${tierhub.cors.origins:}") List<String> origins) {
    List<String> wrong = origins.stream().filter(origin -> !isOrigin(origin)).toList();
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(
          "tierhub.cors.origins takes addresses of sites such as https://portal.example, with"
              + " commas between them, and not "
              + String.join(", ", wrong));
    }
    named = Set.copyOf(origins);
    allowed.setAllowedOrigins(origins);
    allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE"));
    allowed.setAllowedHeaders(MAY_SEND);
    allowed.setExposedHeaders(MAY_READ);
    allowed.setAllowCredentials(false);
    allowed.setMaxAge(Duration.ofHours(1));
  }

  /** As browsers write it: without path, in small letters, and never a pattern. */
  private static boolean isOrigin(String text) {
    try {
      URI uri = URI.create(text);
      return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && uri.getRawPath().isEmpty()
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && text.equals(text.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException noUri) {
      return false;
    }
  }

  CorsFilter filter() {
    return new CorsFilter(request -> allowed) {
      @Override
      protected boolean shouldNotFilter(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || !named.contains(origin);
      }
    };
  }
}
