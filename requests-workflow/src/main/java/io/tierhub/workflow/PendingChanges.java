package io.tierhub.workflow;

import io.tierhub.kernel.DomainEvent;
import java.util.List;

/** What the current transaction changed but has not written yet. */
public interface PendingChanges {

  /** Writes it, so that reads in the same transaction see it and faults of the database show. */
  void write();

  /** The events that the transaction appended so far. */
  List<DomainEvent> events();
}
