package io.tierhub.persistence.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.tierhub.workflow.DeliverMails;
import io.tierhub.workflow.DeliverWebhooks;
import io.tierhub.workflow.ExpireDrafts;
import io.tierhub.workflow.RepeatCalls;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * The jobs and their times. What is to be done when stands in a table, where each run is taken by
 * one copy; a copy that dies in the middle leaves its run to another.
 */
@Configuration
class Jobs {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

  /**
   * What a killed copy was doing is done by another, or by itself once it is started again, within
   * the minute; by db-scheduler's own numbers a mail would wait for half an hour.
   */
  static final Duration SIGN_OF_LIFE_EVERY = Duration.ofSeconds(5);

  static final int SIGNS_MISSED = 6;

  /** After a failure that a job does not expect, such as a database that is away. */
  private static final Duration WHEN_FAILED = Duration.ofSeconds(30);

  @Bean
  RecurringTask<Void> expiryOfDrafts(ExpireDrafts drafts) {
    return Tasks.recurring("expire-drafts", FixedDelay.ofHours(1))
        .execute((_, _) -> drafts.expire());
  }

  /** A batch in each transaction, so that none is long. */
  @Bean
  RecurringTask<Void> forgettingOfAnswers(RepeatCalls calls) {
    return Tasks.recurring("forget-answers", FixedDelay.ofHours(1))
        .execute((_, _) -> {
          boolean more = true;
          while (more) {
            more = calls.forgetSome();
          }
        });
  }

  @Bean
  RecurringTask<Void> forgettingOfDeliveries(DeliverWebhooks webhooks) {
    return Tasks.recurring("forget-deliveries", FixedDelay.ofHours(1))
        .execute((_, _) -> {
          boolean more = true;
          while (more) {
            more = webhooks.forgetSome();
          }
        });
  }

  /** A mail's only task: done once it is sent, kept or given up, else done again later. */
  @Bean
  CustomTask<Void> delivery(DeliverMails mails) {
    return Tasks.custom(MailJobs.TASK, Void.class)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(WHEN_FAILED))
        .onDeadExecutionRevive()
        .execute((mail, _) ->
            mails
                .deliver(MailJobs.mail(mail))
                .<CompletionHandler<Void>>map(
                    again -> (done, operations) -> operations.reschedule(done, again))
                .orElseGet(CompletionHandler.OnCompleteRemove::new));
  }

  @Bean(destroyMethod = "stop")
  Scheduler scheduler(
      DataSource database,
      RecurringTask<Void> expiryOfDrafts,
      RecurringTask<Void> forgettingOfAnswers,
      RecurringTask<Void> forgettingOfDeliveries,
      CustomTask<Void> delivery,
      Clock clock) {
    return Scheduler.create(database, delivery)
        .startTasks(expiryOfDrafts, forgettingOfAnswers, forgettingOfDeliveries)
        .clock(clock::instant)
        .pollingInterval(LOOK_EVERY)
        .heartbeatInterval(SIGN_OF_LIFE_EVERY)
        .missedHeartbeatsLimit(SIGNS_MISSED)
        .threads(2)
        .build();
  }

  /** Not before the server answers, so that a start is never held up by work that can wait. */
  @Bean
  StartJobs startJobs(Scheduler scheduler) {
    return new StartJobs(scheduler);
  }

  /** Starts the jobs once. */
  record StartJobs(Scheduler scheduler) {
    @EventListener(ApplicationReadyEvent.class)
    void start() {
      scheduler.start();
    }
  }
}
