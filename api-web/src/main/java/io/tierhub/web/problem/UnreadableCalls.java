package io.tierhub.web.problem;

import io.tierhub.web.wire.Trace;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Answers what Tomcat refuses before any of our code runs, such as a line that is no HTTP, with the
 * same body as everything else instead of Tomcat's HTML.
 */
final class UnreadableCalls extends ErrorReportValve {

  private static final Logger LOG = LoggerFactory.getLogger(UnreadableCalls.class);

  /**
   * What Tomcat does not implement: CONNECT, as this is no proxy; a transfer coding; a version of
   * HTTP. Who asks for it must ask otherwise, and clients repeat what is answered with a 5xx.
   */
  private static final Set<Integer> CALLERS_FAULTS =
      Set.of(
          HttpServletResponse.SC_NOT_IMPLEMENTED,
          HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED);

  private final ProblemWriter problems;

  UnreadableCalls(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable throwable) {
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    AtomicBoolean listening = new AtomicBoolean();
    response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, listening);
    if (!listening.get()) {
      return;
    }
    if (CALLERS_FAULTS.contains(response.getStatus())) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
    int status = response.getStatus();
    String path = Objects.requireNonNullElse(request.getRequestURI(), "");
    ResponseEntity<byte[]> answer = problems.answer(status, path, request);
    String trace = Trace.idOf(request);
    LOG.debug("[{}] {} {} refused with {}", trace, request.getMethod(), ShownPath.of(path), status);
    try {
      response.setHeader(Trace.HEADER, trace);
      BrowserHeaders.complete(response);
      response.setContentType(String.valueOf(answer.getHeaders().getContentType()));
      String retryAfter = answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
      if (retryAfter != null) {
        response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter);
      }
      response.getOutputStream().write(Objects.requireNonNull(answer.getBody()));
      response.finishResponse();
    } catch (IOException gone) {
      LOG.debug("nobody waits for the answer", gone);
    }
  }
}
