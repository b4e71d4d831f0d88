package io.tierhub.inquiry;

import java.time.Instant;
import java.util.List;

/** Finds inquiries that nobody has answered in the time that their product gives. */
public interface DueSteps {

  /** Those whose step is due and was not taken yet, the oldest inquiry first, unlocked. */
  List<DueStep> of(Step step, Instant now, int most);
}
