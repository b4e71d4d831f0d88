package io.tierhub.persistence.webhook;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import io.tierhub.persistence.jobs.WebhookJobs;
import io.tierhub.persistence.outage.PoolBeside;
import io.tierhub.webhook.Dispatcher;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes deliveries of the feed's events, in one statement with how far it has come: the lock on the
 * one row of {@code webhook_dispatcher} makes it one at a time. Positions are given after the
 * commit, so nothing is ever missed. Who may see an event is told by {@code JdbcFeed} too.
 *
 * <p>Where the reader is goes into the search as a single value: joined with the feed, PostgreSQL
 * would go through all of it from its beginning, for its order.
 *
 * <p>A connection beside the pool's: calls that hold all of those keep nobody from being told. Its
 * commits are not waited for. One that a crash loses is made again, and was never acted on: whoever
 * takes a delivery commits after it.
 */
@Component
class JdbcDispatcher implements Dispatcher, DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(JdbcDispatcher.class);

  private static final int BATCH = 500;

  /** Few rows or many, the feed is read by its positions. */
  private static final String BEGIN_WITH = "set enable_seqscan = off; set synchronous_commit = off";

  private static final String DISPATCH =
      """
      with reader as (
        select last_position from webhook_dispatcher for update skip locked
      ), batch as materialized (
        select f.* from feed f where f.position > (select last_position from reader)
        order by f.position limit ?
      ), heard as (
        select w.id as webhook_id, b.*,
               row_number() over (partition by w.id order by b.position) as n,
               count(*) over (partition by w.id) as total,
               max(b.at) over (partition by w.id) as last_at
        from batch b
        join webhook w on w.environment = b.environment and w.active and w.type = 'event'
          and w.object_class = split_part(b.type, '.', 1)
          and (w.product_id is null or w.product_id = b.product_id)
          and (w.owner_id = b.owner_id or w.owner_id = b.vendor_id or w.owner_id like 'OP-%')
          and w.created_at <= b.at
      ), numbered as (
        update webhook_health h
        set deliveries = h.deliveries + t.total, last_event_at = t.last_at
        from (select distinct webhook_id, total, last_at from heard) t
        where h.webhook_id = t.webhook_id
        returning h.webhook_id, h.deliveries - t.total as before
      ), placed as (
        insert into webhook_delivery (webhook_id, number, id, kind, line, event_id, event_type,
                                      event_product, event_position, event_at, trace, status,
                                      created_at, due_at)
        select e.webhook_id, e.number,
               'WHD' || substr(e.webhook_id, 3) || '-'
                 || lpad(e.number::text, greatest(6, length(e.number::text)), '0'),
               'event', e.subject, e.event_id::text, 'io.tierhub.' || e.type, e.product_id,
               e.position, e.at, e.trace, 'waiting', ?, ?
        from (select heard.*, numbered.before + heard.n as number
              from heard join numbered using (webhook_id)) e
      ), moved as (
        update webhook_dispatcher set last_position = (select max(position) from batch)
        where exists (select 1 from batch)
      )
      select count(*) from batch
      """;

  /** Those that nobody looks after although something is due. */
  private static final String NEGLECTED =
      """
      select w.id
      from webhook w
      join webhook_health h on h.webhook_id = w.id
      left join webhook_job j on j.task_name = ? and j.task_instance = w.id
      where (j.task_instance is null or not j.picked and j.execution_time > ?)
        and (exists (select 1 from webhook_delivery d
                     where d.webhook_id = w.id and d.status = 'waiting' and d.kind = 'trigger'
                       and d.due_at <= ?)
             or w.active and (h.paused_until is null or h.paused_until <= ?)
                and exists (select 1 from webhook_delivery d
                            where d.webhook_id = w.id and d.status = 'waiting' and d.due_at <= ?
                              and not exists (select 1 from webhook_delivery e
                                              where e.webhook_id = d.webhook_id
                                                and e.line = d.line and e.status = 'waiting'
                                                and e.number < d.number)))
      """;

  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private final PoolBeside own;
  private final JdbcTemplate jdbc;
  private final SchedulerClient scheduler;
  private final WebhookJobs jobs;
  private final Clock clock;
  private long looked = System.nanoTime();

  JdbcDispatcher(DataSource pool, WebhookJobs jobs, Clock clock) throws SQLException {
    this.own = PoolBeside.of(pool, "webhook-dispatcher", 0, BEGIN_WITH);
    this.jdbc = new JdbcTemplate(own.source());
    this.scheduler = WebhookJobs.client(own.source());
    this.jobs = jobs;
    this.clock = clock;
  }

  @Override
  public boolean dispatch() {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    Integer read = jdbc.queryForObject(DISPATCH, Integer.class, BATCH, now, now);
    lookAround(now);
    return read != null && read == BATCH;
  }

  /**
   * Whatever was not seen by who was at it when it came, or was asked for otherwise than by an
   * event, is found here.
   */
  private void lookAround(OffsetDateTime now) {
    if (System.nanoTime() - looked < LOOK_EVERY.toNanos()) {
      return;
    }
    List<String> neglected =
        jdbc.query(NEGLECTED, (row, n) -> row.getString(1), WebhookJobs.TASK, now, now, now, now);
    neglected.forEach(webhook -> schedule(webhook, now.toInstant()));
    if (!neglected.isEmpty()) {
      jobs.wake();
    }
    looked = System.nanoTime();
  }

  private void schedule(String webhook, Instant now) {
    try {
      scheduler.schedule(WebhookJobs.of(webhook), now, ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    } catch (TaskInstanceException taken) {
      // Somebody was faster, and is at it or through with it. If anything is left, it is seen soon.
      LOG.debug("{} is looked after already", webhook, taken);
    }
  }

  @Override
  public void destroy() {
    own.close();
  }
}
