package io.tierhub.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.invariant.Invariant;
import io.tierhub.persistence.invariant.JdbcInvariants;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The server's own invariants, looked at beside it: what must hold whatever happened to it. */
public final class KeptInvariants {

  private KeptInvariants() {}

  public static void requireAll(JdbcTemplate jdbc) {
    var transactions = new JdbcTransactionManager(Objects.requireNonNull(jdbc.getDataSource()));
    assertThat(new JdbcInvariants(jdbc, transactions).look())
        .hasSizeGreaterThan(15)
        .allMatch(Invariant::holds);
  }
}
