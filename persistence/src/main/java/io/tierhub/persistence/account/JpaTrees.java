package io.tierhub.persistence.account;

import io.tierhub.account.TierAccount;
import io.tierhub.account.TierAccountId;
import io.tierhub.account.TreePath;
import io.tierhub.account.TreePlacement;
import io.tierhub.account.Trees;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
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
  public void lockShared(Collection<TierAccountId> roots) {
    lock("pg_advisory_xact_lock_shared", roots);
  }

  @Override
  public void lockAlone(Collection<TierAccountId> roots) {
    lock("pg_advisory_xact_lock", roots);
  }

  private void lock(String function, Collection<TierAccountId> roots) {
    // Always in the same order, so that two who want the same two trees cannot block each other.
    roots.stream()
        .mapToLong(root -> TREE_LOCKS | Long.parseLong(root.digits().replace("-", "")))
        .sorted()
        .forEach(
            key -> jdbc.query("select " + function + "(?)", (java.sql.ResultSet row) -> null, key));
  }

  @Override
  public Optional<TreePlacement.Parent> holdParent(TierAccountId id) {
    TierAccountEntity row =
        entities.find(TierAccountEntity.class, id.value(), LockModeType.PESSIMISTIC_READ);
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
