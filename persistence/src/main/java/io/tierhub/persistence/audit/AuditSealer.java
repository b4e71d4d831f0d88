package io.tierhub.persistence.audit;

import io.tierhub.persistence.outage.SteadyLoop;
import java.time.Duration;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the entries of what was committed, once a second. Writers cannot chain, for they would wait
 * for each other: so one sealer at a time does it after them, as the sequencer gives positions. The
 * lock on the one row of {@code audit_head} ends with its transaction, and another copy goes on.
 * Until the database is back, what is not sealed waits there.
 */
@Component
class AuditSealer extends SteadyLoop {

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

  AuditSealer(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    super("audit-sealer", PAUSE, PAUSE);
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Seals what is committed. */
  @Override
  protected boolean round() {
    Integer writes =
        transaction.execute(status -> {
          jdbc.execute(BY_INDEX);
          return jdbc.query(SEAL, (row, n) -> row.getInt(1), BATCH).stream().findFirst().orElse(0);
        });
    return Objects.requireNonNullElse(writes, 0) == BATCH;
  }
}
