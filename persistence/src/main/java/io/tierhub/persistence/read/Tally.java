package io.tierhub.persistence.read;

import java.util.Set;

/**
 * A table that has, for each combination of some columns of another one, how many rows that has. It
 * is written with each of them, so that its sum is exact. See ADR 28.
 *
 * @param table in which more than one row may be of the same combination
 * @param columns what conditions may ask for, for it to be able to count what fulfils them
 */
public record Tally(String table, Set<String> columns) {

  /**
   * @param alias by which the condition calls the rows that are counted
   */
  Sql total(String alias, Sql condition) {
    return Sql.of("select coalesce(sum(" + alias + ".rows), 0)::bigint from " + table + " " + alias)
        .add(condition);
  }
}
