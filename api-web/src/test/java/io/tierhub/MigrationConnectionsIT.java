package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** To index millions of rows takes minutes, which no call may. */
class MigrationConnectionsIT extends HttpTest {

  @Autowired private Flyway flyway;

  @ParameterizedTest
  @ValueSource(strings = {"statement_timeout", "idle_in_transaction_session_timeout"})
  void aMigrationTakesAsLongAsItTakes(String limit) throws Exception {
    try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet shown = statement.executeQuery("show " + limit)) {
      shown.next();
      assertThat(shown.getString(1)).isEqualTo("0");
    }
  }

  @Test
  void nothingWaitsForAnAnswerInVain() throws Exception {
    try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
      assertThat(connection.getNetworkTimeout()).as("no limit").isZero();
    }
    assertThat(jdbc.queryForObject("show statement_timeout", String.class))
        .as("calls have one")
        .isEqualTo("30s");
  }
}
