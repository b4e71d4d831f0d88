package io.tierhub.workflow;

import io.tierhub.kernel.Prefixed;
import io.tierhub.kernel.Refused;

/** What must hold for the current transaction to change something. */
public interface Preconditions {

  /**
   * Has the check made once a row is locked and nothing was changed yet. So nobody changes the row
   * between the look and the change; a use case locks what it needs in the order in which everybody
   * does, and need not know of the check.
   *
   * @param row whose lock every change takes
   * @param check throws {@link Refused} if it does not hold
   */
  void onceLocked(Prefixed row, Runnable check);

  /** Makes the checks of rows that were not locked, for nothing of them changed. */
  void makeRest();
}
