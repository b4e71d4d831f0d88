package io.tierhub.persistence.account;

import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.Sql;

/**
 * Who sees which tier accounts, as one condition (design §4.2): ops all of the environment, an
 * owner its own, a vendor also those that occur in assets of its products.
 */
public final class AccountVisibility {

  private AccountVisibility() {}

  /** The living accounts that the actor sees. */
  public static Sql living(Actor actor, String alias) {
    return Sql.of(alias + ".decommissioned_at is null and ").add(ever(actor, alias));
  }

  /**
   * The join of a parent as far as the actor sees it. Parent and child have one owner and one
   * environment (design §4.1), so who sees the child as its owner sees the parent too.
   */
  public static Sql parentJoin(Actor actor, String alias, String parentId) {
    Sql join = Sql.of(" left join tier_account %1$s on %1$s.id = %2$s".formatted(alias, parentId));
    return switch (actor.role()) {
      case OPS, DISTRIBUTOR -> join;
      case VENDOR -> join.add(" and ").add(Sql.checkedOnly(ever(actor, alias)));
    };
  }

  /** The same without asking whether the account still lives. */
  public static Sql ever(Actor actor, String alias) {
    Sql here = Sql.of(alias + ".environment = ?", actor.environment().wire());
    return switch (actor.role()) {
      case OPS -> here;
      case DISTRIBUTOR -> here.add(" and ").add(owned(actor, alias));
      case VENDOR ->
          here.add(" and (")
              .add(owned(actor, alias))
              .add(
                  " or exists (select 1 from account_use u where u.vendor_id = ? and u.account_id = "
                      + alias
                      + ".id))",
                  actor.account().value());
    };
  }

  private static Sql owned(Actor actor, String alias) {
    return Sql.of(alias + ".owner_id = ?", actor.account().value());
  }
}
