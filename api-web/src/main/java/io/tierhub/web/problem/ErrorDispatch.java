package io.tierhub.web.problem;

import io.swagger.v3.oas.annotations.Hidden;
import io.tierhub.web.wire.Trace;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers what a filter or the servlet container refused after the call reached us, such as a URL
 * that the firewall rejects. Nobody is told more than the status says.
 */
@Hidden
@RestController
class ErrorDispatch implements ErrorController {

  private final ProblemWriter problems;

  ErrorDispatch(ProblemWriter problems) {
    this.problems = problems;
  }

  @RequestMapping("${spring.web.error.path:/error}")
  ResponseEntity<byte[]> error(HttpServletRequest request, HttpServletResponse response) {
    // Without a status somebody called this path by its name, and it is none.
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : HttpStatus.NOT_FOUND.value();
    String path =
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
            ? uri
            : request.getRequestURI();
    response.setHeader(Trace.HEADER, Trace.idOf(request));
    BrowserHeaders.complete(response);
    return problems.answer(status, path, request);
  }
}
