package io.tierhub.persistence.audit;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the entries of what was committed, once a second. Writers cannot chain, for they would wait
 * for each other: so one sealer at a time does it after them, as the sequencer gives positions. The
 * lock on the one row of {@code audit_head} ends with its transaction, and another copy goes on.
 */
@Component
class AuditSealer implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Writes in one seal. */
  private static final int BATCH = 1_000;

  /** What waits is read by its index, however few rows PostgreSQL believes to be there. */
  private static final String BY_INDEX = "set local enable_seqscan = off";

  private static final String SEAL =
      """
      with head as (
        select number, hash from audit_head for update skip locked
      ), taken as (
        delete from audit_unsealed
        where ctid = any (array(
          select audit_unsealed.ctid from audit_unsealed, head order by audit_unsealed.id limit ?))
        returning entries
      ), link as (
        select head.number + 1 as number, array_agg(e.id order by e.id) as entries,
               sha256(head.hash || string_agg(int8send(e.id) || e.hash, ''::bytea order by e.id))
                 as hash
        from head cross join taken cross join lateral unnest(taken.entries) as one (id)
        join audit_entry e on e.id = one.id
        group by head.number, head.hash
      ), sealed as (
        insert into audit_seal (number, entries, hash, at)
        select number, entries, hash, now() from link
        returning number, hash
      )
      update audit_head set number = sealed.number, hash = sealed.hash from sealed
      returning (select count(*) from taken)
      """;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Semaphore end = new Semaphore(0);
  private volatile boolean running;
  private Thread thread = new Thread();

  AuditSealer(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Seals what is committed.
   *
   * @return whether there may be more of it
   */
  boolean seal() {
    Integer writes =
        transaction.execute(status -> {
          jdbc.execute(BY_INDEX);
          return jdbc.query(SEAL, (row, n) -> row.getInt(1), BATCH).stream().findFirst().orElse(0);
        });
    return Objects.requireNonNullElse(writes, 0) == BATCH;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("audit-sealer").daemon().start(this::run);
  }

  private void run() {
    while (running) {
      try {
        if (end.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        boolean more;
        do {
          more = seal();
        } while (running && more);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException away) {
        // Nothing is lost: what is not sealed waits until the database is back.
        LOG.warn(
            "the audit waits for the database: {}",
            NestedExceptionUtils.getMostSpecificCause(away).toString());
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    end.release();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
