package io.tierhub.persistence;

import io.tierhub.kernel.Prefixed;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FindOption;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** Finds rows by their key. */
public final class Rows {

  private Rows() {}

  /**
   * The row, or null if there is none. Hibernate's older ways to find one also return null if the
   * database failed in a way it does not know, and so a disk that cannot be read would be answered
   * as a 404; this way throws.
   *
   * @param how locks and the like
   */
  public static <T> @Nullable T find(
      EntityManager entities, Class<T> type, Prefixed id, FindOption... how) {
    T row = entities.find(type, id.value(), how);
    if (row != null && List.of(how).contains(LockModeType.PESSIMISTIC_WRITE)) {
      LockedRows.locked(id.value());
    }
    return row;
  }

  /**
   * The row of something that was seen, with nobody else changing it until the transaction ends.
   *
   * @throws ConcurrencyFailureException if it was removed since, as drafts are: a second look then
   *     does not find it
   */
  public static <T> T lock(EntityManager entities, Class<T> type, Prefixed id) {
    T row = find(entities, type, id, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      throw removed(id);
    }
    return row;
  }

  /** Of something that was seen, and that is looked for in vain. */
  public static ConcurrencyFailureException removed(Prefixed id) {
    return new ConcurrencyFailureException(id + " was removed meanwhile");
  }

  /** The refusal to save what was read before somebody else changed it, or removed it. */
  public static Refused changed(Object id) {
    return Refused.because(Refusal.STALE, id + " was changed meanwhile.");
  }

  /** The row of something that is known to be there. */
  public static <T> T get(EntityManager entities, Class<T> type, Prefixed id, FindOption... how) {
    T row = find(entities, type, id, how);
    if (row == null) {
      throw new IllegalStateException(id + " is not there");
    }
    return row;
  }
}
