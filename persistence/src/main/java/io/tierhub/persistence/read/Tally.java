package io.tierhub.persistence.read;

import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * A table that has, for each combination of some columns of another one, how many rows that has. It
 * is written with each of them, so that its sum is exact. See ADR 27.
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

  /** Keeps tallies short: what changes adds rows to them, for nobody to wait for anybody. */
  @Component
  public static class Folding {

    private final JdbcTemplate jdbc;

    Folding(JdbcTemplate jdbc) {
      this.jdbc = jdbc;
    }

    /** Makes one row of those of the same combination. */
    public void fold() {
      jdbc.query("select fold_tallies()", row -> {});
    }
  }
}
