package io.tierhub.persistence;

import io.tierhub.kernel.Stamp;
import io.tierhub.kernel.UserRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Event stamps from the three columns that keep them. */
public final class Stamps {

  private Stamps() {}

  public static Stamp of(Instant at, @Nullable String byId, @Nullable String byName) {
    return new Stamp(at, byId == null || byName == null ? null : new UserRef(byId, byName));
  }

  public static @Nullable Stamp ofNullable(
      @Nullable Instant at, @Nullable String byId, @Nullable String byName) {
    return at == null ? null : of(at, byId, byName);
  }
}
