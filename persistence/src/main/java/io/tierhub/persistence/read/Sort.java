package io.tierhub.persistence.read;

import io.tierhub.query.Field;

/**
 * One of the columns that rows are ordered by.
 *
 * @param column an SQL expression
 * @param mayBeNull rows without a value come last in either direction
 */
public record Sort(String column, Field.Type type, boolean descending, boolean mayBeNull) {

  /** Ascending; never null. */
  public static Sort by(String column, Field.Type type) {
    return new Sort(column, type, false, false);
  }

  String sql() {
    // Said only where it matters: an index read backwards has its nulls first.
    return column + (descending ? mayBeNull ? " desc nulls last" : " desc" : "");
  }
}
