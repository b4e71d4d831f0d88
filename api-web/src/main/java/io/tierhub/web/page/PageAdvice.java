package io.tierhub.web.page;

import io.tierhub.web.problem.DatabaseAway;
import io.tierhub.web.wire.ClientGone;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong with a page, told to people: the error body is for programs. */
@RestControllerAdvice(annotations = ForPeople.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(PageAdvice.class);

  /** Long enough for a person to have read the page. */
  private static final String RETRY_AFTER_SECONDS = "30";

  private final Pages pages;

  PageAdvice(Pages pages) {
    this.pages = pages;
  }

  @ExceptionHandler
  ResponseEntity<String> unreadable(InvalidParameterException unreadable) {
    LOG.debug("a form cannot be read: {}", unreadable.getMessage());
    return pages.notice(
        HttpStatus.CONTENT_TOO_LARGE,
        "That was too much at once",
        "Nothing was sent. Please go back and shorten the longest of your answers.");
  }

  /** Tomcat answers by itself, as to every call that is no HTTP. */
  @ExceptionHandler
  @Nullable ResponseEntity<String> brokenBody(BadRequestException broken) {
    LOG.debug("a form cannot be read: {}", broken.getMessage());
    return null;
  }

  @ExceptionHandler
  @Nullable ResponseEntity<String> accident(Exception accident, HttpServletRequest request) {
    if (DatabaseAway.causedBy(accident)) {
      LOG.warn("database not available: {}", DatabaseAway.inWords(accident));
      ResponseEntity<String> away =
          pages.notice(
              HttpStatus.SERVICE_UNAVAILABLE,
              "We will be back in a moment",
              HttpMethod.GET.matches(request.getMethod())
                  ? "Please try again in a minute."
                  : "Please open the link of the mail again in a minute: it tells whether your"
                      + " answers have arrived.");
      return ResponseEntity.status(away.getStatusCode())
          .headers(headers -> headers.addAll(away.getHeaders()))
          .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
          .body(away.getBody());
    }
    if (ClientGone.causedBy(accident)) {
      LOG.debug("the reader went away: {}", accident.getMessage());
      return null;
    }
    // Not which page: whoever reads the log could open it.
    LOG.error("a page failed", accident);
    return pages.notice(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong",
        "This is our fault, not yours. Please try again later.");
  }
}
