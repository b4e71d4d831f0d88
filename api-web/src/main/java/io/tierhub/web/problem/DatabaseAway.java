package io.tierhub.web.problem;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Whether a failure is only that the database is away, busy or starting, so that the same call may
 * go through later. Which exception that is depends on where the connection broke: in the pool, in
 * a statement, in a flush, in a commit.
 */
public final class DatabaseAway {

  /**
   * Of SQLSTATE: connection, resources, operator (shut down, starting, cancelled), system (disk).
   */
  private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

  private static final String STATEMENT_CANCELLED = "57014";
  private static final String ROLLBACK = "40";
  private static final String NO_RESOURCES = "53";

  private DatabaseAway() {}

  public static boolean causedBy(Throwable failure) {
    @Nullable Throwable cause = failure;
    while (cause != null) {
      if (cause instanceof DataAccessResourceFailureException
          || cause instanceof TransientDataAccessException
          || cause instanceof CannotCreateTransactionException
          || cause instanceof SQLTransientConnectionException
          || (cause instanceof SQLException sql && isAway(sql.getSQLState()))) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean isAway(@Nullable String state) {
    // None: not the database but the pool says so, of a connection that it had to throw away.
    return state == null || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
  }

  /** Where a flush failed, what says so may come without Spring's kind. */
  private static boolean isRolledBack(@Nullable String state) {
    return state != null
        && (state.equals(STATEMENT_CANCELLED)
            || state.startsWith(ROLLBACK)
            || state.startsWith(NO_RESOURCES));
  }

  /** What failed and why, and what had failed before it. */
  public static String inWords(Throwable failure) {
    return Stream.concat(Stream.of(failure), Arrays.stream(failure.getSuppressed()))
        .map(NestedExceptionUtils::getMostSpecificCause)
        .map(Throwable::getMessage)
        .distinct()
        .collect(Collectors.joining("; after: "));
  }

  /** The answer to a call that only reads. */
  public static Refused whileReading() {
    return Refused.because(
        Refusal.UNAVAILABLE, "The database is not available; nothing was changed. Try again.");
  }

  /**
   * The answer to a call that writes. A connection may break between the commit and its receipt:
   * then nobody here knows whether something was changed.
   */
  static Refused whileWriting(Throwable failure) {
    return isKnownToHaveChangedNothing(failure)
        ? whileReading()
        : Refused.because(
            Refusal.UNAVAILABLE,
            "The database went away during the call, so it may or may not have been changed. Look"
                + " before you try again, or repeat it with the Idempotency-Key that it had.");
  }

  private static boolean isKnownToHaveChangedNothing(Throwable failure) {
    @Nullable Throwable cause = failure;
    while (cause != null) {
      if (cause instanceof CannotCreateTransactionException
          || cause instanceof SQLTransientConnectionException
          // A deadlock or a statement cut short: the database itself rolled back.
          || cause instanceof TransientDataAccessException
          || (cause instanceof SQLException sql && isRolledBack(sql.getSQLState()))) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
