package io.tierhub.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TierHubHomeTest {

  private static final Path USER_HOME = Path.of(System.getProperty("user.home"));

  @Test
  void liesInTheUsersFolderWhateverTheWorkingDirectory() {
    assertThat(TierHubHome.of(null).folder(" ", "postgres"))
        .isEqualTo(USER_HOME.resolve(".tierhub").resolve("postgres"));
  }

  @Test
  void canBeMovedAsAWhole() {
    var elsewhere = Path.of("elsewhere").toAbsolutePath();
    assertThat(TierHubHome.of("elsewhere").folder(null, "postgres"))
        .isEqualTo(elsewhere.resolve("postgres"));
  }

  @Test
  void understandsTheTilde() {
    assertThat(TierHubHome.of(null).folder("~/db", "postgres")).isEqualTo(USER_HOME.resolve("db"));
  }
}
