package io.tierhub.persistence.partner;

import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.Sql;

/**
 * Who sees which hubs and marketplaces: a distributor its own, a vendor those that its products are
 * connected to in its environment, ops all.
 */
final class PartnerVisibility {

  private PartnerVisibility() {}

  /** The partner itself, and everybody for ops. */
  static Sql partner(Actor actor, String alias) {
    return switch (actor.role()) {
      case OPS -> Sql.of("true");
      case VENDOR, DISTRIBUTOR -> Sql.of(alias + ".id = ?", actor.account().value());
    };
  }

  static Sql hub(Actor actor, String alias) {
    return switch (actor.role()) {
      case OPS -> Sql.of("true");
      case DISTRIBUTOR -> Sql.of(alias + ".partner_id = ?", actor.account().value());
      case VENDOR ->
          Sql.of(
              "exists (select 1 from connection seen where seen.hub_id = "
                  + alias
                  + ".id and seen.vendor_id = ? and seen.type = ?)",
              actor.account().value(),
              actor.environment().wire());
    };
  }

  static Sql marketplace(Actor actor, String alias) {
    return switch (actor.role()) {
      case OPS -> Sql.of("true");
      case DISTRIBUTOR -> Sql.of(alias + ".partner_id = ?", actor.account().value());
      case VENDOR ->
          Sql.of(
              "exists (select 1 from marketplace_hub via join connection seen on seen.hub_id ="
                  + " via.hub_id where via.marketplace_id = "
                  + alias
                  + ".id and seen.vendor_id = ? and seen.type = ?)",
              actor.account().value(),
              actor.environment().wire());
    };
  }
}
