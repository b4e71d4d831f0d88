package io.tierhub.web.wire;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * An environment that is sent although the token knows only one: whoever asks for a test token must
 * not be given one for production.
 */
public final class OwnEnvironment {

  private OwnEnvironment() {}

  /**
   * @param named what was sent, if anything
   * @param pointer where it was sent
   */
  public static void require(Actor actor, @Nullable String named, String pointer) {
    String own = actor.environment().wire();
    if (Forms.orNone(named) != null && !own.equals(named)) {
      throw Refused.at(
          Refusal.INVALID, pointer, "This token works in the environment " + own + " only.");
    }
  }
}
