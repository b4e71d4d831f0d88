package io.tierhub.web.security;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;

/** Whether the caller of an answer that takes long would be let in again. */
public final class Standing {

  private static final String ATTRIBUTE = Standing.class.getName();

  private Standing() {}

  static void note(
      HttpServletRequest request, Doorkeeper doorkeeper, String header, Actor admitted) {
    String credentials = header.substring(doorkeeper.scheme().length()).strip();
    BooleanSupplier again =
        () ->
            doorkeeper
                .judge(credentials, admitted.trace())
                .filter(actor -> actor.caller().equals(admitted.caller()))
                .isPresent();
    request.setAttribute(ATTRIBUTE, again);
  }

  /** Whether it would be now, to be asked again and again. */
  public static BooleanSupplier of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof BooleanSupplier again ? again : () -> false;
  }

  /**
   * @throws Refused as unauthenticated if it would not
   */
  public static void require(HttpServletRequest request) {
    if (!of(request).getAsBoolean()) {
      throw AuthorizationFilter.unauthorized();
    }
  }
}
