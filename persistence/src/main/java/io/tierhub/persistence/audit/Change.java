package io.tierhub.persistence.audit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a member.
 *
 * @param before null if there was nothing
 * @param after null if there is nothing any more
 * @param hidden whether it is nobody's business what it was and is
 */
record Change(@Nullable Object before, @Nullable Object after, boolean hidden) {

  static final Change HIDDEN = new Change(null, null, true);

  /** One change after another. */
  Change then(Change next) {
    return hidden || next.hidden ? HIDDEN : new Change(before, next.after, false);
  }

  boolean isNone() {
    return !hidden && Objects.equals(before, after);
  }
}
