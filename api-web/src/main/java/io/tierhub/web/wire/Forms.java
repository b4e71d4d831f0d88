package io.tierhub.web.wire;

import org.jspecify.annotations.Nullable;

/** What forms say after they were validated. */
public final class Forms {

  private Forms() {}

  /** A member that validation has already required. */
  public static <T> T given(@Nullable T member) {
    if (member == null) {
      throw new IllegalStateException("validation let an absent member pass");
    }
    return member;
  }

  /** On the wire an empty text is as good as none. */
  public static @Nullable String orNone(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
