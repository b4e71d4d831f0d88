package io.tierhub.workflow;

import io.tierhub.kernel.DomainEvent;
import io.tierhub.mail.MailId;
import io.tierhub.mail.Mails;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One write from its first lock to its answer: all in one transaction, so that the answer is what
 * was written, and nothing of it is seen before. A rehearsal is the same and is then rolled back,
 * so it can never differ from the real thing (design §3, {@code dry_run}).
 */
@Component
public class UnitOfWork {

  /**
   * A deadlock is the database's way of ordering two writers; a duplicate key means that another
   * writer was first, and a second look finds what it made and refuses or joins properly.
   */
  private static final int ATTEMPTS = 3;

  /** PostgreSQL's codes of a duplicate key, a failed serialisation and a deadlock. */
  private static final Set<String> LOST_RACES = Set.of("23505", "40001", "40P01");

  private static final Logger LOG = LoggerFactory.getLogger(UnitOfWork.class);

  private final TransactionTemplate transaction;
  private final PendingChanges pending;
  private final Mails mails;

  UnitOfWork(PlatformTransactionManager transactions, PendingChanges pending, Mails mails) {
    this.transaction = new TransactionTemplate(transactions);
    this.pending = pending;
    this.mails = mails;
  }

  /** Does the work for good. */
  public <T> T perform(Supplier<T> work) {
    return attempt(status -> {
      T result = work.get();
      pending.write();
      return result;
    });
  }

  /**
   * Does the work, reads the answer that belongs to it, and commits.
   *
   * @param answer sees what the work wrote
   */
  public <T, A> A perform(Supplier<T> work, Answer<T, A> answer) {
    return attempt(status -> {
      T result = work.get();
      pending.write();
      return answer.to(result);
    });
  }

  /** The same, and then as if it had never been. */
  public <T, A> Rehearsal<A> rehearse(Supplier<T> work, Answer<T, A> answer) {
    return attempt(status -> {
      status.setRollbackOnly();
      T result = work.get();
      pending.write();
      return new Rehearsal<>(answer.to(result), pending.events(), mails.added());
    });
  }

  private <T> T attempt(TransactionCallback<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(work);
      } catch (RuntimeException failed) {
        if (attempt == ATTEMPTS || !isLostRace(failed)) {
          throw failed;
        }
        LOG.info("another writer was first, attempt {}: {}", attempt, failed.getClass().getName());
      }
    }
  }

  /**
   * One transaction. If the work fails and then the rollback fails too, as on a lost connection,
   * the second failure takes the place of the first: here it keeps the first with it.
   */
  private <T> T once(TransactionCallback<T> work) {
    AtomicReference<@Nullable RuntimeException> first = new AtomicReference<>();
    try {
      return transaction.execute(status -> {
        try {
          return work.doInTransaction(status);
        } catch (RuntimeException failed) {
          first.set(failed);
          throw failed;
        }
      });
    } catch (RuntimeException last) {
      RuntimeException failed = first.get();
      if (failed != null && failed != last) {
        last.addSuppressed(failed);
      }
      throw last;
    }
  }

  /**
   * By the database's own code, because what a flush throws is translated here and there: a
   * duplicate key in a batch, for one, comes without its kind.
   */
  private static boolean isLostRace(RuntimeException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConcurrencyFailureException
          // Without a code: the pool's own, of a connection that is gone.
          || (cause instanceof SQLException sql
              && sql.getSQLState() != null
              && LOST_RACES.contains(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  /** Reads what answers the caller. */
  @FunctionalInterface
  public interface Answer<T, A> {
    A to(T result);
  }

  /**
   * @param answer what the real call would answer
   * @param events what the real call would tell the feed
   * @param mails what it would have mailed
   */
  public record Rehearsal<A>(A answer, List<DomainEvent> events, List<MailId> mails) {}
}
