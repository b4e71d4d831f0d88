package io.tierhub.persistence.account;

import io.tierhub.account.TierAccountId;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sort;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Field;
import java.util.List;

/** Everything below one account: a range of the path index, in the order of the tree. */
final class DescendantTable extends TierAccountTable {

  /** Greater than every character of a path, so that it ends the range of what begins with it. */
  private static final String PAST_ALL_BELOW = "~";

  static final String LEVEL = "(length(d.path) - length(replace(d.path, '/', '')) - 1)";
  private static final String OWN_LEVEL =
      "(length(me.path) - length(replace(me.path, '/', '')) - 1)";

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

  @Override
  public Sql from(Actor actor) {
    return Sql.of(
            "tier_position me join tier_account top on top.id = me.account_id"
                + " join tier_position d on d.path > me.path and d.path < me.path || '"
                + PAST_ALL_BELOW
                + "' join tier_account a on a.id = d.account_id ")
        .add(joins(actor));
  }

  @Override
  public Sql visible(Actor actor) {
    return Sql.of("me.account_id = ? and ", top.value())
        .add(Sql.checkedOnly(AccountVisibility.living(actor, "top")))
        .add(" and " + LEVEL + " - " + OWN_LEVEL + " <= ? and ", depth)
        .add(Sql.checkedOnly(super.visible(actor)));
  }

  @Override
  public List<Sort> defaultOrder() {
    return List.of(Sort.by("d.path", Field.Type.TEXT));
  }
}
