package io.tierhub.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAwayTest {

  private static String told(String state) {
    return DatabaseAway.whileWriting(
            new IllegalStateException("flush", new SQLException("why", state)))
        .getMessage();
  }

  @ParameterizedTest
  @ValueSource(strings = {"57014", "40P01", "53100", "53200"})
  void whatTheDatabaseRolledBackHasChangedNothing(String state) {
    assertThat(told(state)).contains("nothing was changed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"57P01", "08006", "58030"})
  void afterALostConnectionNobodyKnows(String state) {
    assertThat(told(state)).contains("may or may not have been changed");
  }
}
