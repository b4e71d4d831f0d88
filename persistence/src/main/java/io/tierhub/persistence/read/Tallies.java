package io.tierhub.persistence.read;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps each {@link Tally} short: whatever changes adds rows to it, for nobody to wait. */
@Component
public class Tallies {

  private final JdbcTemplate jdbc;

  Tallies(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes one row of those of the same combination. Whoever does so meanwhile takes others. */
  public void fold() {
    jdbc.query("select fold_tallies()", row -> {});
  }
}
