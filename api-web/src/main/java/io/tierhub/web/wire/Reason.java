package io.tierhub.web.wire;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;

/** Reads why a write is made, for the audit, before anything is done. */
public final class Reason implements HandlerInterceptor {

  public static final String HEADER = "X-Reason";
  public static final int LONGEST = 500;

  private static final String ATTRIBUTE = Reason.class.getName();
  private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (WRITES.contains(request.getMethod())) {
      List<String> sent = Collections.list(request.getHeaders(HEADER));
      if (!sent.isEmpty()) {
        request.setAttribute(ATTRIBUTE, read(sent));
      }
    }
    return true;
  }

  static String read(List<String> sent) {
    if (sent.size() > 1) {
      throw refused("was sent %d times".formatted(sent.size()));
    }
    String text = decoded(sent.getFirst()).strip();
    int length = text.codePointCount(0, text.length());
    if (length == 0) {
      throw refused("is empty");
    }
    if (length > LONGEST) {
      throw refused("has %d characters".formatted(length));
    }
    if (text.codePoints().anyMatch(c -> Chars.Check.isStrange(c) || Character.isISOControl(c))) {
      throw refused("has a character that no text may have");
    }
    return text;
  }

  /** Headers come as Latin-1, and what most clients send in them is UTF-8. */
  private static String decoded(String header) {
    byte[] bytes = header.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException latin) {
      return header;
    }
  }

  /** Why the call of this thread is made, if it says so. */
  static @Nullable String current() {
    return RequestContextHolder.getRequestAttributes()
            instanceof ServletRequestAttributes attributes
        ? (String) attributes.getRequest().getAttribute(ATTRIBUTE)
        : null;
  }

  private static Refused refused(String fault) {
    return Refused.at(
        Refusal.INVALID,
        "",
        "The header %s %s: send one text of 1 to %d characters, in UTF-8."
            .formatted(HEADER, fault, LONGEST));
  }
}
