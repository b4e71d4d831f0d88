package io.tierhub.web.wire;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.query.Document;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The states of an object in which its caller wants it changed (RFC 9110 §13.1.1). The RFC compares
 * strongly, by which a weak tag, as ours are, never matches, not even what we have just sent. Ours
 * differ whenever anything that the caller sees differs, which is all that somebody who sends one
 * back wants to know: they are compared weakly.
 */
record IfMatch(List<ETag> tags) {

  /** What the call of this thread wants, if it says so. */
  static Optional<IfMatch> current() {
    return RequestContextHolder.getRequestAttributes()
            instanceof ServletRequestAttributes attributes
        ? of(attributes.getRequest())
        : Optional.empty();
  }

  private static Optional<IfMatch> of(HttpServletRequest request) {
    List<String> sent = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
    if (sent.isEmpty()) {
      return Optional.empty();
    }
    List<ETag> tags = ETag.parse(String.join(", ", sent));
    if (tags.isEmpty()) {
      throw Refused.at(
          Refusal.INVALID,
          "",
          "The header If-Match cannot be read: send the ETag as you got it, in its quotes, or *.");
    }
    return Optional.of(new IfMatch(tags));
  }

  /** To be called where the object cannot change any more, but by this call. */
  void require(Target target) {
    // Whoever does not see it is told so by the use case.
    target.read().get().ifPresent(now -> require(target, now));
  }

  private void require(Target target, Document now) {
    String current = EntityTag.of(now.json());
    ETag own = ETag.create(current);
    if (tags.stream().noneMatch(tag -> tag.isWildcard() || tag.compare(own, false))) {
      throw Refused.because(
              Refusal.STALE,
              "%s is not as you have seen it any more; its ETag is %s."
                  .formatted(target.id(), current))
          .with(Map.of("etag", current));
    }
  }
}
