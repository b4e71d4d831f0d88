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
    hold(accounts, false);
  }

  @Override
  public void holdAlone(Collection<TierAccountId> accounts) {
    hold(accounts, true);
  }

  private void hold(Collection<TierAccountId> accounts, boolean alone) {
    jdbc.query(
        "select hold_trees(?, ?)",
        (ResultSet row) -> null,
        accounts.stream().map(TierAccountId::value).toArray(String[]::new),
        alone);
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
