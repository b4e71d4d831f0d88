package io.tierhub.persistence.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.tierhub.mail.MailId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    wake()
        .orElseGet(() -> {
          Wake wake = new Wake(scheduler, new ArrayList<>());
          TransactionSynchronizationManager.registerSynchronization(wake);
          return wake;
        })
        .mails()
        .add(id);
  }

  /** What the current transaction has scheduled so far. */
  public List<MailId> scheduled() {
    return wake().map(wake -> List.copyOf(wake.mails())).orElseGet(List::of);
  }

  private static Optional<Wake> wake() {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(Wake.class::isInstance)
        .map(Wake.class::cast)
        .findFirst();
  }

  /** Once for each transaction; without it a mail would wait for the scheduler's next look. */
  private record Wake(ObjectProvider<Scheduler> scheduler, List<MailId> mails)
      implements TransactionSynchronization {
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
