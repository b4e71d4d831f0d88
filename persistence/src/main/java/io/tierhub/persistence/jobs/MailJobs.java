package io.tierhub.persistence.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.tierhub.mail.MailId;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes down when mails are to be sent, in the transaction that wants them sent. */
@Component
public class MailJobs {

  static final String TASK = "send-mail";

  private final SchedulerClient client;
  private final ObjectProvider<Scheduler> scheduler;

  /**
   * @param scheduler asked for late: it is made of what makes mails
   */
  MailJobs(DataSource database, ObjectProvider<Scheduler> scheduler) {
    this.scheduler = scheduler;
    // So that it takes part in the transaction; the scheduler itself must not.
    this.client =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database)).build();
  }

  public void schedule(MailId id, Instant at) {
    client.scheduleIfNotExists(new TaskInstance<Void>(TASK, id.value()), at);
    wakeAfterCommit();
  }

  /** Once for each transaction; without it a mail would wait for the scheduler's next look. */
  private void wakeAfterCommit() {
    boolean already =
        TransactionSynchronizationManager.getSynchronizations().stream()
            .anyMatch(Wake.class::isInstance);
    if (!already) {
      TransactionSynchronizationManager.registerSynchronization(new Wake(scheduler));
    }
  }

  private record Wake(ObjectProvider<Scheduler> scheduler) implements TransactionSynchronization {
    @Override
    public void afterCommit() {
      scheduler.getObject().triggerCheckForDueExecutions();
    }
  }

  static MailId mail(TaskInstanceId instance) {
    return MailId.of(instance.getId())
        .orElseThrow(() -> new IllegalStateException("no mail is called " + instance.getId()));
  }
}
