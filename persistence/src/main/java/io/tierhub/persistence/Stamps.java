package io.tierhub.persistence;

import io.tierhub.kernel.Stamp;
import io.tierhub.kernel.UserRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Event stamps, and users, from the columns that keep them. */
public final class Stamps {

  private Stamps() {}

  public static Stamp of(Instant at, @Nullable String byId, @Nullable String byName) {
    return new Stamp(at, user(byId, byName));
  }

  public static @Nullable Stamp ofNullable(
      @Nullable Instant at, @Nullable String byId, @Nullable String byName) {
    return at == null ? null : of(at, byId, byName);
  }

  public static @Nullable UserRef user(@Nullable String id, @Nullable String name) {
    return id == null || name == null ? null : new UserRef(id, name);
  }
}
