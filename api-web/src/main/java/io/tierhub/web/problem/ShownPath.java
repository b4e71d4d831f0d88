package io.tierhub.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The path of a call as it may stand in logs and errors: without the code of a link. */
final class ShownPath {

  private static final Pattern LINK = Pattern.compile("^(/forms|/portal)/.*");

  private ShownPath() {}

  static String of(HttpServletRequest request) {
    return of(request.getRequestURI());
  }

  static String of(String path) {
    return LINK.matcher(path).replaceFirst("$1");
  }
}
