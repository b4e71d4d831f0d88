package io.tierhub.persistence.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.tierhub.webhook.WebhookId;
import io.tierhub.workflow.DeliverWebhooks;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks after webhooks, each by one copy at a time. A scheduler of its own with a table of its own:
 * endpoints that are slow keep no mail waiting.
 */
@Component
public class WebhookJobs implements DisposableBean {

  public static final String TASK = "deliver-webhook";

  private static final String TABLE = "webhook_job";
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
  private static final Duration WHEN_FAILED = Duration.ofSeconds(10);

  /** As long as a turn takes at most. */
  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

  private static final int AT_ONCE = 8;

  private final Scheduler scheduler;

  WebhookJobs(DataSource database, DeliverWebhooks webhooks, Clock clock) {
    var task =
        Tasks.custom(TASK, Void.class)
            .onFailure(new FailureHandler.OnFailureRetryLater<Void>(WHEN_FAILED))
            .onDeadExecutionRevive()
            .execute((webhook, _) ->
                webhooks
                    .deliver(new WebhookId(webhook.getId()))
                    .<CompletionHandler<Void>>map(
                        again -> (done, operations) -> operations.reschedule(done, again))
                    .orElseGet(CompletionHandler.OnCompleteRemove::new));
    scheduler =
        Scheduler.create(database, task)
            .tableName(TABLE)
            .clock(clock::instant)
            .pollingInterval(LOOK_EVERY)
            .heartbeatInterval(Jobs.SIGN_OF_LIFE_EVERY)
            .missedHeartbeatsLimit(Jobs.SIGNS_MISSED)
            .shutdownMaxWait(LONGEST_STOP)
            .threads(AT_ONCE)
            .build();
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    scheduler.start();
  }

  /** Has this copy look at once for what is due. */
  public void wake() {
    scheduler.triggerCheckForDueExecutions();
  }

  /** Writes down when webhooks are to be looked after. */
  public static SchedulerClient client(DataSource database) {
    return SchedulerClient.Builder.create(database).tableName(TABLE).build();
  }

  /** The task of looking after that webhook. */
  public static TaskInstance<Void> of(String webhook) {
    return new TaskInstance<>(TASK, webhook);
  }

  @Override
  public void destroy() {
    scheduler.stop();
  }
}
