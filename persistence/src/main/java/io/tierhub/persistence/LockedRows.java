package io.tierhub.persistence;

import io.tierhub.kernel.Prefixed;
import io.tierhub.workflow.Preconditions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Makes the checks that wait for the current transaction to lock a row. */
@Component
public class LockedRows implements Preconditions {

  private static final Object KEY = LockedRows.class;

  @Override
  public void onceLocked(Prefixed row, Runnable check) {
    Waiting waiting = (Waiting) TransactionSynchronizationManager.getResource(KEY);
    if (waiting == null) {
      waiting = new Waiting();
      TransactionSynchronizationManager.bindResource(KEY, waiting);
      TransactionSynchronizationManager.registerSynchronization(waiting);
    }
    waiting.checks.put(row.value(), check);
  }

  @Override
  public void makeRest() {
    if (TransactionSynchronizationManager.getResource(KEY) instanceof Waiting waiting) {
      List.copyOf(waiting.checks.keySet()).forEach(waiting::make);
    }
  }

  /** To be told by whoever locks a row, before anything of it is changed. */
  public static void locked(String id) {
    if (TransactionSynchronizationManager.getResource(KEY) instanceof Waiting waiting) {
      waiting.make(id);
    }
  }

  private static final class Waiting implements TransactionSynchronization {

    private final Map<String, Runnable> checks = new HashMap<>();

    /** Once: later it would see what this transaction itself has changed. */
    void make(String id) {
      Runnable check = checks.remove(id);
      if (check != null) {
        check.run();
      }
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
    }
  }
}
