package io.tierhub.web.wire;

import java.util.Arrays;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** Which query parameters a call offers by name. */
final class Offered {

  private Offered() {}

  static boolean by(HandlerMethod method, String name) {
    return Arrays.stream(method.getMethodParameters()).anyMatch(p -> isCalled(p, name));
  }

  private static boolean isCalled(MethodParameter parameter, String name) {
    RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
    return named != null && named.name().equals(name);
  }
}
