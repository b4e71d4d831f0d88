package io.tierhub.web.problem;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.web.wire.ClientGone;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every way out of a call that is not its answer, as the one error body. */
@RestControllerAdvice
class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private final ProblemWriter problems;
  private final Siblings siblings;

  ProblemAdvice(ProblemWriter problems, Siblings siblings) {
    this.problems = problems;
    this.siblings = siblings;
  }

  @ExceptionHandler
  ResponseEntity<byte[]> refused(Refused refused, HttpServletRequest request) {
    return problems.answer(refused, request);
  }

  @ExceptionHandler
  ResponseEntity<byte[]> noSuchPath(NoResourceFoundException none, HttpServletRequest request) {
    List<String> there = siblings.of(request);
    return problems.answer(
        Refused.because(
                Refusal.NOT_FOUND,
                "There is no path %s here.%s"
                    .formatted(ShownPath.of(request), Siblings.inWords(there)))
            .allowing(there),
        request);
  }

  @ExceptionHandler
  ResponseEntity<byte[]> wrongMethod(
      HttpRequestMethodNotSupportedException wrong, HttpServletRequest request) {
    String[] known = wrong.getSupportedMethods();
    List<String> methods = known == null ? List.of() : Arrays.stream(known).sorted().toList();
    ResponseEntity<byte[]> answer =
        problems.answer(
            Refused.because(
                    Refusal.METHOD_NOT_ALLOWED,
                    "%s is not for this path.".formatted(wrong.getMethod()))
                .allowing(methods),
            request);
    return ResponseEntity.status(answer.getStatusCode())
        .headers(headers -> headers.addAll(answer.getHeaders()))
        .header(HttpHeaders.ALLOW, String.join(", ", methods))
        .body(answer.getBody());
  }

  @ExceptionHandler
  ResponseEntity<byte[]> wrongType(
      HttpMediaTypeNotSupportedException wrong, HttpServletRequest request) {
    return problems.answer(Refused.because(Refusal.UNSUPPORTED_MEDIA_TYPE, "Send JSON."), request);
  }

  @ExceptionHandler
  ResponseEntity<byte[]> notAcceptable(
      HttpMediaTypeNotAcceptableException wrong, HttpServletRequest request) {
    return problems.answer(
        Refused.because(Refusal.NOT_ACCEPTABLE, "This API answers application/json."), request);
  }

  @ExceptionHandler
  ResponseEntity<byte[]> wrongParameter(
      MethodArgumentTypeMismatchException wrong, HttpServletRequest request) {
    Throwable cause = wrong.getMostSpecificCause();
    if (wrong
        .getParameter()
        .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)) {
      return problems.answer(Refused.notFound(String.valueOf(wrong.getValue())), request);
    }
    LOG.debug("unreadable parameter", cause);
    return problems.answer(
        Refused.at(
            Refusal.INVALID,
            "",
            "The parameter %s cannot be read: %s."
                .formatted(wrong.getName(), sent(wrong.getValue()))),
        request);
  }

  /** What was sent twice comes as an array. */
  private static @Nullable Object sent(@Nullable Object value) {
    return value instanceof Object[] values ? Arrays.asList(values) : value;
  }

  /** Lists read the query string themselves; here it is Tomcat that could not. */
  @ExceptionHandler
  ResponseEntity<byte[]> unreadableParameters(
      InvalidParameterException unreadable, HttpServletRequest request) {
    LOG.debug("unreadable query string", unreadable);
    return problems.answer(
        Refused.at(
            Refusal.INVALID,
            "",
            "The query string cannot be read: write name=value, and %25 for a percent sign."),
        request);
  }

  @ExceptionHandler
  ResponseEntity<byte[]> missingParameter(
      MissingServletRequestParameterException missing, HttpServletRequest request) {
    return problems.answer(
        Refused.at(
            Refusal.INVALID, "", "The parameter " + missing.getParameterName() + " is required."),
        request);
  }

  /** Tomcat answers by itself, as to every call that is no HTTP. */
  @ExceptionHandler
  @Nullable ResponseEntity<byte[]> brokenBody(BadRequestException broken) {
    LOG.debug("a body cannot be read: {}", broken.getMessage());
    return null;
  }

  @ExceptionHandler
  @Nullable ResponseEntity<byte[]> accident(Exception accident, HttpServletRequest request) {
    // First, because a broken connection to the database looks like a client's in some places.
    if (DatabaseAway.causedBy(accident)) {
      LOG.warn("database not available: {}", DatabaseAway.inWords(accident));
      return problems.answer(
          HttpMethod.GET.matches(request.getMethod())
              ? DatabaseAway.whileReading()
              : DatabaseAway.whileWriting(accident),
          request);
    }
    if (ClientGone.causedBy(accident)) {
      LOG.debug("the client went away: {}", accident.getMessage());
      return null;
    }
    LOG.error("{} {} failed", request.getMethod(), ShownPath.of(request), accident);
    return problems.answer(
        Refused.because(
            Refusal.INTERNAL, "Something went wrong on our side; the trace id names it."),
        request);
  }
}
