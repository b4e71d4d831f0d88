package io.tierhub.persistence.feed;

import io.tierhub.feed.FeedFilter;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.Sql;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The positions of what an actor may see and asks for, found by an index and in their order. */
final class Seen {

  private Seen() {}

  /** A statement of the first positions after one; each index is gone through no further. */
  static Sql positions(Actor actor, FeedFilter filter, long after, int limit) {
    return switch (actor.role()) {
      case OPS -> arm(Sql.of("true"), actor, filter, after, limit);
      case DISTRIBUTOR -> arm(owned(actor), actor, filter, after, limit);
      case VENDOR ->
          arm(Sql.of("vendor_id = ?", actor.account().value()), actor, filter, after, limit)
              .add(" union ")
              .add(arm(owned(actor), actor, filter, after, limit))
              .add(" order by position limit " + limit);
    };
  }

  private static Sql owned(Actor actor) {
    return Sql.of("owner_id = ?", actor.account().value());
  }

  private static Sql arm(Sql theirs, Actor actor, FeedFilter filter, long after, int limit) {
    Sql arm =
        Sql.of("(select position from feed where ")
            .add(theirs)
            .add(" and environment = ? and position > ?", actor.environment().wire(), after);
    if (!filter.anyType()) {
      arm.add(" and (")
          .add(oneOf("type", filter.types()))
          .add(" or ")
          .add(oneOf("split_part(type, '.', 1)", filter.kinds()))
          .add(")");
    }
    if (!filter.products().isEmpty()) {
      arm.add(" and ").add(oneOf("product_id", filter.products()));
    }
    return arm.add(" order by position limit " + limit + ")");
  }

  private static Sql oneOf(String what, Set<String> values) {
    return values.isEmpty()
        ? Sql.of("false")
        : Sql.of(
            what + " in (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")",
            new TreeSet<>(values).toArray());
  }
}
