package io.tierhub.web.page;

import io.tierhub.kernel.Refused;
import io.tierhub.web.rate.CallMemory;
import io.tierhub.web.rate.CallRate;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door of the pages: nobody guesses links by the thousand, and no other site sends answers. A
 * page has no cookies, so nobody could lend a stranger's form any rights; that a browser says from
 * where a form came is asked all the same.
 */
public class PageDoor extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(PageDoor.class);

  private final CallRate rate;
  private final Pages pages;

  public PageDoor(CallRate rate, Pages pages) {
    this.rate = rate;
    this.pages = pages;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!rate.permits(request, response) || !isLetIn(request)) {
      write(
          pages.notice(
              HttpStatus.TOO_MANY_REQUESTS,
              "One moment, please",
              "There were too many calls from your network. Please try again in a minute."),
          response);
    } else if (isFromElsewhere(request)) {
      write(
          pages.notice(
              HttpStatus.FORBIDDEN,
              "This was not sent from our page",
              "Please open the link of the mail and send your answers from there."),
          response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isLetIn(HttpServletRequest request) {
    try {
      CallMemory.of(request).isOfAnybody();
      return true;
    } catch (Refused tooMany) {
      LOG.debug("too many pages at once", tooMany);
      return false;
    }
  }

  private static boolean isFromElsewhere(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return "POST".equals(request.getMethod())
        && site != null
        && !site.equals("same-origin")
        && !site.equals("none");
  }

  private static void write(ResponseEntity<String> page, HttpServletResponse response)
      throws IOException {
    response.setStatus(page.getStatusCode().value());
    page.getHeaders().forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
    String body = page.getBody();
    if (body != null) {
      response.getWriter().write(body);
    }
  }
}
