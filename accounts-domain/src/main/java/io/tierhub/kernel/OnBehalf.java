package io.tierhub.kernel;

import java.lang.ScopedValue.CallableOp;
import java.util.Optional;

/**
 * On whose behalf this thread works, so that what there is little of can be shared fairly. It
 * decides how long somebody waits and never what somebody may see: that is the {@link Actor}'s.
 */
public final class OnBehalf {

  private static final ScopedValue<String> CALLER = ScopedValue.newInstance();

  private OnBehalf() {}

  /** Does it on behalf of the caller. */
  public static <R, X extends Throwable> R of(Actor actor, CallableOp<? extends R, X> work)
      throws X {
    return ScopedValue.where(CALLER, actor.caller()).call(work);
  }

  /** The {@link Actor#caller()}; none where the server works of itself. */
  public static Optional<String> caller() {
    return CALLER.isBound() ? Optional.of(CALLER.get()) : Optional.empty();
  }
}
