package io.tierhub.persistence.account;

import io.tierhub.account.TierAccount;
import io.tierhub.account.TierAccountId;
import io.tierhub.account.TreePath;
import io.tierhub.account.TreePlacement;
import io.tierhub.account.Trees;
import io.tierhub.persistence.Rows;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Where the accounts hang. A tree's lock is an advisory one on its root's number, so that holding a
 * tree touches no row and ends with the transaction whatever happens.
 */
@Repository
class JpaTrees implements Trees {

  /** Apart from the locks of others: no id has that many digits. */
  private static final long TREE_LOCKS = 1L << 60;

  private final EntityManager entities;
  private final JdbcTemplate jdbc;
  private final TierAccountMapper mapper;

  JpaTrees(EntityManager entities, JdbcTemplate jdbc, TierAccountMapper mapper) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.mapper = mapper;
  }

  @Override
  public Optional<TreePath> pathOf(TierAccountId id) {
    return jdbc
        .query(
            "select path from tier_position where account_id = ?",
            (row, n) -> TreePath.parse(row.getString(1)),
            id.value())
        .stream()
        .findFirst();
  }

  @Override
  public void holdShared(Collection<TierAccountId> accounts) {
    hold("pg_advisory_xact_lock_shared", accounts);
  }

  @Override
  public void holdAlone(Collection<TierAccountId> accounts) {
    hold("pg_advisory_xact_lock", accounts);
  }

  /**
   * Which tree an account is in may change while one waits for the lock. Then all is let go, by
   * going back to the savepoint, and begun anew: to lock one more while holding some would be out
   * of order, and two who do that block each other.
   */
  private void hold(String function, Collection<TierAccountId> accounts) {
    long[] roots = lockKeys(accounts);
    while (true) {
      jdbc.execute("savepoint tree_locks");
      for (long root : roots) {
        jdbc.query("select " + function + "(?)", (ResultSet row) -> null, root);
      }
      long[] now = lockKeys(accounts);
      if (Arrays.equals(now, roots)) {
        jdbc.execute("release savepoint tree_locks");
        return;
      }
      jdbc.execute("rollback to savepoint tree_locks");
      roots = now;
    }
  }

  /** Always in the same order, so that two who want the same trees cannot block each other. */
  private long[] lockKeys(Collection<TierAccountId> accounts) {
    return accounts.stream()
        .flatMap(id -> pathOf(id).stream())
        .mapToLong(path -> TREE_LOCKS | Long.parseLong(path.root().digits().replace("-", "")))
        .distinct()
        .sorted()
        .toArray();
  }

  @Override
  public Optional<TreePlacement.Parent> holdParent(TierAccountId id) {
    TierAccountEntity row =
        Rows.find(entities, TierAccountEntity.class, id, LockModeType.PESSIMISTIC_READ);
    if (row == null || row.decommissionedAt != null) {
      return Optional.empty();
    }
    TierAccount account = TierAccount.restore(mapper.snapshot(row));
    return pathOf(id)
        .map(path -> new TreePlacement.Parent(id, account.profile().type(), account.realm(), path));
  }

  @Override
  public void place(TierAccountId id, TreePath path) {
    entities.persist(new TierPositionEntity(id.value(), path.text()));
  }

  @Override
  public int heightBelow(TreePath path) {
    Integer deepest =
        jdbc.queryForObject(
            "select max(length(path) - length(replace(path, '/', ''))) from tier_position where path"
                + " >= ? and path < ? || '~'",
            Integer.class,
            path.text(),
            path.text());
    return deepest == null ? 0 : deepest - 1 - path.level();
  }

  @Override
  public void move(TreePath from, TreePath to) {
    jdbc.update(
        "update tier_position set path = ? || substr(path, ?) where path >= ? and path < ? || '~'",
        to.text(),
        from.text().length() + 1,
        from.text(),
        from.text());
  }
}
