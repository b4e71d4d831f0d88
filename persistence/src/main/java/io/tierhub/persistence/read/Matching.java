package io.tierhub.persistence.read;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Field;
import io.tierhub.query.Filter;

/** Finds rows as their list does, for statements that do something with them. */
public final class Matching {

  private Matching() {}

  /**
   * What to select from, and the condition: the rows that the actor sees and that match the filter
   * and {@code also}.
   */
  public static <F extends Field> Sql rows(Table<F> table, Actor actor, Filter filter, Sql also) {
    Sql where =
        Sql.of(" where ")
            .add(table.visible(actor))
            .add(" and ")
            .add(also)
            .add(" and ")
            .add(new FilterSql<>(table).condition(filter));
    OwnRows own = new OwnRows(table.own());
    return Sql.of("").add(own.suffice(where) ? own.from() : table.from(actor)).add(where);
  }
}
