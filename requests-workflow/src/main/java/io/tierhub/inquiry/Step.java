package io.tierhub.inquiry;

import io.tierhub.catalog.Capabilities;
import io.tierhub.kernel.Lifecycle;
import org.jspecify.annotations.Nullable;

/** What happens if nobody answers an inquiry. */
public enum Step {
  REMIND,
  ESCALATE,
  FAIL;

  /** How many days after somebody was asked; null if it does not happen. */
  public @Nullable Integer after(Capabilities.Deadlines deadlines) {
    return switch (this) {
      case REMIND -> deadlines.remindAfter();
      case ESCALATE -> deadlines.escalateAfter();
      case FAIL -> deadlines.failAfter();
    };
  }

  public String wire() {
    return Lifecycle.wire(this);
  }
}
