package io.tierhub.web.problem;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.web.wire.Trace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the error body, for controllers and for filters that run before them alike. */
@Component
public class ProblemWriter {

  /** Long enough for a database to come back, short enough for a person to wait. */
  private static final String RETRY_AFTER_SECONDS = "3";

  /** Within which hardly any call is not done. */
  private static final String DONE_AFTER_SECONDS = "1";

  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  public ResponseEntity<byte[]> answer(Refused refused, HttpServletRequest request) {
    Problem problem = Problem.of(refused, ShownPath.of(request), Trace.idOf(request));
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(problem.status()).contentType(contentType(request));
    headers(refused.why(), answer);
    return answer.body(json.writeValueAsBytes(problem));
  }

  /** What the server itself refuses, of which only the status is known. */
  ResponseEntity<byte[]> answer(int status, String path, HttpServletRequest request) {
    Problem problem = Problem.of(status, ShownPath.of(path), Trace.idOf(request));
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status).contentType(contentType(request));
    if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return answer.body(json.writeValueAsBytes(problem));
  }

  public void write(Refused refused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ResponseEntity<byte[]> answer = answer(refused, request);
    response.setStatus(answer.getStatusCode().value());
    answer
        .getHeaders()
        .forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
    byte[] body = answer.getBody();
    if (body != null) {
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }

  private static void headers(Refusal why, ResponseEntity.BodyBuilder answer) {
    if (why == Refusal.UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    if (why == Refusal.IDEMPOTENCY_KEY_IN_USE) {
      answer.header(HttpHeaders.RETRY_AFTER, DONE_AFTER_SECONDS);
    }
    if (why == Refusal.UNAUTHENTICATED) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "ApiKey realm=\"TierHub\"");
    }
  }

  /**
   * Exactly {@code application/json}, because Connect's JavaScript SDK compares the header as a
   * whole; RFC 9457's own type for those who ask for it.
   */
  private static MediaType contentType(HttpServletRequest request) {
    return asksForProblems(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))
        ? MediaType.APPLICATION_PROBLEM_JSON
        : MediaType.APPLICATION_JSON;
  }

  private static boolean asksForProblems(List<String> accept) {
    try {
      return MediaType.parseMediaTypes(accept).stream()
          .anyMatch(type ->
              type.equalsTypeAndSubtype(MediaType.APPLICATION_PROBLEM_JSON)
                  && type.getQualityValue() > 0);
    } catch (InvalidMediaTypeException unreadable) {
      return false;
    }
  }
}
