package io.tierhub.persistence.account;

import io.tierhub.account.TierAccountId;
import io.tierhub.account.TreePath;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Role;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sort;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything below one account: a range of the path index, in the order of the tree. */
final class DescendantTable extends TierAccountTable {

  /** Greater than every character of a path, so that it ends the range of what begins with it. */
  private static final String PAST_ALL_BELOW = "~";

  static final String LEVEL = "(length(d.path) - length(replace(d.path, '/', '')) - 1)";
  private final TierAccountId top;
  private final int depth;
  private final Shape shape;

  DescendantTable(TierAccountId top, int depth) {
    super(false);
    this.top = top;
    this.depth = depth;
    this.shape = super.shape().and(Shape.number("level", LEVEL));
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public String own() {
    return "";
  }

  /** The range of a tree is looked up first, so no plan knows how long it is. */
  @Override
  public boolean isFoundOneWay() {
    return true;
  }

  @Override
  public Sql from(Actor actor) {
    return Sql.of("tier_position d join tier_account a on a.id = d.account_id ").add(joins(actor));
  }

  @Override
  public Sql visible(Actor actor) {
    Sql path = path(actor, top);
    return Sql.of("d.path > ")
        .add(path)
        .add(" and ")
        .add(within(path, top, depth))
        .add(" and ")
        .add(Sql.checkedOnly(super.visible(actor)));
  }

  /**
   * Who sees an account as its owner does, or as ops, sees all that lives below it, of which there
   * is a tally. Down to some depth the places are counted as they are taken, but for those of what
   * is decommissioned, which keeps its place.
   */
  @Override
  public @Nullable Sql total(Actor actor) {
    if (actor.role() == Role.VENDOR) {
      return null;
    }
    Sql path = path(actor, top);
    if (isTotalASum()) {
      return Sql.of(
              "select coalesce(sum(b.rows), 0)::bigint from tier_position_tally b where b.top_id = ?"
                  + " and ",
              top.value())
          .add(path)
          .add(" is not null");
    }
    Sql below = Sql.of("d.path > ").add(path).add(" and ").add(within(path, top, depth));
    return Sql.of("select ((select count(*) from tier_position d where ")
        .add(below)
        .add(
            ") - (select count(*) from tier_account a join tier_position d on d.account_id = a.id"
                + " where a.decommissioned_at is not null and a.owner_id = (select o.owner_id from"
                + " tier_account o where o.id = ?) and ",
            top.value())
        .add(below)
        .add("))::bigint");
  }

  @Override
  public boolean isTotalASum() {
    return depth >= TreePath.DEEPEST_LEVEL;
  }

  /**
   * Where the account hangs, if the actor sees it. Not to be joined to: only between two values
   * that are known before it starts does a scan in the order of the index stay within the tree.
   */
  static Sql path(Actor actor, TierAccountId top) {
    return Sql.of(
            "(select m.path from tier_position m join tier_account top on top.id = m.account_id"
                + " where m.account_id = ? and ",
            top.value())
        .add(Sql.checkedOnly(AccountVisibility.living(actor, "top")))
        .add(")");
  }

  /** That {@code d} hangs nowhere behind the tree of that path, and so deep at most. */
  static Sql within(Sql path, TierAccountId top, int depth) {
    Sql within = Sql.of("d.path < ").add(path).add(" || '" + PAST_ALL_BELOW + "'");
    return depth >= TreePath.DEEPEST_LEVEL
        ? within
        : within
            .add(" and " + LEVEL + " <= ?", depth)
            .add(
                " + (select length(m.path) - length(replace(m.path, '/', '')) - 1 from"
                    + " tier_position m where m.account_id = ?)",
                top.value());
  }

  @Override
  public List<Sort> defaultOrder() {
    return List.of(Sort.by("d.path", Field.Type.TEXT));
  }
}
