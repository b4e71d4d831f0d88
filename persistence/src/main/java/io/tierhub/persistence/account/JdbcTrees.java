package io.tierhub.persistence.account;

import io.tierhub.account.AccountType;
import io.tierhub.account.Realm;
import io.tierhub.account.TierAccountId;
import io.tierhub.account.TreePath;
import io.tierhub.account.TreePlacement;
import io.tierhub.account.Trees;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.partner.HubId;
import io.tierhub.persistence.IdTexts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Where the accounts hang. A tree's lock is an advisory one on its root's number, so that holding a
 * tree touches no row and ends with the transaction whatever happens.
 */
@Repository
class JdbcTrees implements Trees {

  private final JdbcTemplate jdbc;

  JdbcTrees(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
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
    jdbc.query("select hold_trees(?, ?)", (ResultSet row) -> null, (Object) texts(accounts), alone);
  }

  @Override
  public Map<TierAccountId, TreePlacement.Parent> holdParents(Collection<TierAccountId> accounts) {
    if (accounts.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .query(
            "select id, type, owner_id, hub_id, environment, path from hold_parents(?)",
            (row, n) -> parent(row),
            (Object) texts(accounts))
        .stream()
        .collect(Collectors.toMap(TreePlacement.Parent::id, Function.identity()));
  }

  private static TreePlacement.Parent parent(ResultSet row) throws SQLException {
    String hub = row.getString("hub_id");
    return new TreePlacement.Parent(
        new TierAccountId(row.getString("id")),
        IdTexts.constant(row.getString("type"), AccountType.class),
        new Realm(
            new PartnerId(row.getString("owner_id")),
            hub == null ? null : new HubId(hub),
            IdTexts.constant(row.getString("environment"), Environment.class)),
        TreePath.parse(row.getString("path")));
  }

  @Override
  public void placeAll(Map<TierAccountId, TreePath> paths) {
    // One statement, since what it adds to the tallies of the trees above is summed by statement.
    jdbc.update(
        "insert into tier_position (account_id, path)"
            + " select * from unnest(cast(? as text[]), cast(? as text[]))",
        texts(paths.keySet()),
        paths.values().stream().map(TreePath::text).toArray(String[]::new));
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

  private static String[] texts(Collection<TierAccountId> ids) {
    return ids.stream().map(TierAccountId::value).toArray(String[]::new);
  }
}
