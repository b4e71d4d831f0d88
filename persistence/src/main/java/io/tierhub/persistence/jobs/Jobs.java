package io.tierhub.persistence.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.tierhub.persistence.read.Tallies;
import io.tierhub.workflow.ClaimWork;
import io.tierhub.workflow.DeliverMails;
import io.tierhub.workflow.DeliverWebhooks;
import io.tierhub.workflow.ExpireDrafts;
import io.tierhub.workflow.ForgetEvents;
import io.tierhub.workflow.KeepDeadlines;
import io.tierhub.workflow.RepeatCalls;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
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

  /** Who reads it is not always there. */
  private static final Duration SHORTEST_FEED = Duration.ofDays(1);

  /** After a failure that a job does not expect, such as a database that is away. */
  private static final Duration WHEN_FAILED = Duration.ofSeconds(30);

  @Bean
  RecurringTask<Void> expiryOfDrafts(ExpireDrafts drafts) {
    return Tasks.recurring("expire-drafts", FixedDelay.ofHours(1))
        .execute((_, _) -> drafts.expire());
  }

  @Bean
  RecurringTask<Void> forgettingOfAnswers(RepeatCalls calls) {
    return forgetting("forget-answers", calls::forgetSome);
  }

  @Bean
  RecurringTask<Void> forgettingOfEvents(
      ForgetEvents events, @Value("${tierhub.feed.kept:90d}") Duration kept) {
    if (kept.compareTo(SHORTEST_FEED) < 0) {
      throw new IllegalArgumentException(
          "tierhub.feed.kept must be %s or more, not %s".formatted(SHORTEST_FEED, kept));
    }
    return forgetting("forget-events", () -> events.forgetSome(kept));
  }

  @Bean
  RecurringTask<Void> forgettingOfClaims(ClaimWork claims) {
    return forgetting("forget-claims", claims::forgetSome);
  }

  @Bean
  RecurringTask<Void> forgettingOfDeliveries(DeliverWebhooks webhooks) {
    return forgetting("forget-deliveries", webhooks::forgetSome);
  }

  /**
   * @param some forgets a batch in a transaction of its own, so that none is long; whether there
   *     may be more
   */
  private static RecurringTask<Void> forgetting(String name, BooleanSupplier some) {
    return Tasks.recurring(name, FixedDelay.ofHours(1))
        .execute((_, _) -> {
          boolean more;
          do {
            more = some.getAsBoolean();
          } while (more);
        });
  }

  @Bean
  RecurringTask<Void> deadlines(KeepDeadlines deadlines) {
    return Tasks.recurring("keep-deadlines", FixedDelay.ofMinutes(10))
        .execute((_, _) -> deadlines.keep());
  }

  @Bean
  RecurringTask<Void> foldingOfTallies(Tallies tallies) {
    return Tasks.recurring("fold-tallies", FixedDelay.ofSeconds(10))
        .execute((_, _) -> tallies.fold());
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
      RecurringTask<Void> forgettingOfEvents,
      RecurringTask<Void> forgettingOfClaims,
      RecurringTask<Void> forgettingOfDeliveries,
      RecurringTask<Void> deadlines,
      RecurringTask<Void> foldingOfTallies,
      CustomTask<Void> delivery,
      Clock clock) {
    return Scheduler.create(database, delivery)
        .startTasks(
            expiryOfDrafts,
            forgettingOfAnswers,
            forgettingOfEvents,
            forgettingOfClaims,
            forgettingOfDeliveries,
            deadlines,
            foldingOfTallies)
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
