package io.tierhub.persistence.catalog;

import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.Sql;

/** Who sees which products and connections, as conditions. */
public final class CatalogVisibility {

  private CatalogVisibility() {}

  /**
   * A vendor its own products, a distributor those it is connected to in its environment, ops all.
   */
  public static Sql product(Actor actor, String alias) {
    return switch (actor.role()) {
      case OPS -> Sql.of("true");
      case VENDOR -> Sql.of(alias + ".vendor_id = ?", actor.account().value());
      case DISTRIBUTOR ->
          Sql.of(
              "exists (select 1 from connection seen where seen.product_id = "
                  + alias
                  + ".id and seen.distributor_id = ? and seen.type = ?)",
              actor.account().value(),
              actor.environment().wire());
    };
  }

  /** The connections at whose end the actor is, of its environment. */
  public static Sql connection(Actor actor, String alias) {
    Sql here = Sql.of(alias + ".type = ?", actor.environment().wire());
    return switch (actor.role()) {
      case OPS -> here;
      case VENDOR -> here.add(" and " + alias + ".vendor_id = ?", actor.account().value());
      case DISTRIBUTOR ->
          here.add(" and " + alias + ".distributor_id = ?", actor.account().value());
    };
  }
}
