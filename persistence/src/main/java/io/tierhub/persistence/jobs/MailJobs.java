package io.tierhub.persistence.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.tierhub.mail.MailId;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Writes down when mails are to be sent, in the transaction that wants them sent. */
@Component
public class MailJobs {

  static final String TASK = "send-mail";

  private final SchedulerClient client;

  MailJobs(DataSource database) {
    // So that it takes part in the transaction; the scheduler itself must not.
    this.client =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database)).build();
  }

  public void schedule(MailId id, Instant at) {
    client.scheduleIfNotExists(new TaskInstance<Void>(TASK, id.value()), at);
  }

  static MailId mail(TaskInstanceId instance) {
    return MailId.of(instance.getId())
        .orElseThrow(() -> new IllegalStateException("no mail is called " + instance.getId()));
  }
}
