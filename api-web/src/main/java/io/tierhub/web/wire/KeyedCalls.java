package io.tierhub.web.wire;

import io.tierhub.idempotency.KeyedCall;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Reads the {@code Idempotency-Key} of a POST or PUT before anything is done, and hands it to
 * {@link Writes}. GET and DELETE may be repeated without one, and theirs is not looked at.
 */
public final class KeyedCalls implements HandlerInterceptor {

  private static final Set<String> KEYED = Set.of("POST", "PUT");
  private static final String KEY = KeyedCalls.class.getName() + ".key";
  private static final String BODY = KeyedCalls.class.getName() + ".body";

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (KEYED.contains(request.getMethod())) {
      List<String> sent = Collections.list(request.getHeaders(IdempotencyKey.HEADER));
      if (!sent.isEmpty()) {
        request.setAttribute(KEY, IdempotencyKey.read(sent));
      }
    }
    return true;
  }

  /** Notes the body, which can be read but once. */
  static void body(HttpServletRequest request, byte[] bytes) {
    if (request.getAttribute(KEY) != null) {
      request.setAttribute(BODY, Sha256.of(bytes));
    }
  }

  /** The call that this thread answers, if it came with a key. */
  static Optional<KeyedCall> current() {
    return RequestContextHolder.getRequestAttributes()
            instanceof ServletRequestAttributes attributes
        ? of(attributes.getRequest())
        : Optional.empty();
  }

  private static Optional<KeyedCall> of(HttpServletRequest request) {
    return request.getAttribute(KEY) instanceof String key
        ? Optional.of(
            new KeyedCall(caller(request), key, fingerprint(request), Trace.idOf(request)))
        : Optional.empty();
  }

  /** A code is a right, and so it is not kept. */
  private static String caller(HttpServletRequest request) {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    if (caller != null && caller.getPrincipal() instanceof Actor actor) {
      return "%s %s %s"
          .formatted(actor.account().value(), actor.environment().wire(), actor.user().id());
    }
    return CallerArgument.codeIn(request)
        .map(code -> "link " + HexFormat.of().formatHex(Sha256.of(bytes(code))))
        .orElseThrow(() -> new IllegalStateException("somebody was let in with nothing"));
  }

  /** Where nobody reads a body, it makes no difference either. */
  private static byte[] fingerprint(HttpServletRequest request) {
    String body =
        request.getAttribute(BODY) instanceof byte[] digest ? HexFormat.of().formatHex(digest) : "";
    return Sha256.of(
        bytes(
            String.join(
                "\n",
                request.getMethod(),
                request.getRequestURI(),
                orEmpty(request.getQueryString()),
                orEmpty(request.getHeader(HttpHeaders.CONTENT_TYPE)),
                body)));
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
