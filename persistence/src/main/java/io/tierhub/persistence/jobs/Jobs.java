package io.tierhub.persistence.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.tierhub.workflow.ExpireDrafts;
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

  @Bean
  RecurringTask<Void> expiryOfDrafts(ExpireDrafts drafts) {
    return Tasks.recurring("expire-drafts", FixedDelay.ofHours(1))
        .execute((_, _) -> drafts.expire());
  }

  @Bean(destroyMethod = "stop")
  Scheduler scheduler(DataSource database, RecurringTask<Void> expiryOfDrafts, Clock clock) {
    return Scheduler.create(database)
        .startTasks(expiryOfDrafts)
        .clock(clock::instant)
        .pollingInterval(LOOK_EVERY)
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
