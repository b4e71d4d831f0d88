package io.tierhub.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A data folder that another server left behind, or still uses. */
@ExtendWith(OutputCaptureExtension.class)
class KilledServerIT {

  @TempDir Path folder;

  @Test
  void stopsTheOrphanOfAKilledServer() throws Exception {
    var killed = ServerInAnotherJvm.start(folder);
    killed.kill();
    assertThat(TestDatabases.postgresIn(folder)).contains(killed.postgresPid());
    assertStartsWithTheData();
  }

  @Test
  void recoversWhenBothWereKilled() throws Exception {
    var killed = ServerInAnotherJvm.start(folder);
    killed.kill();
    ProcessHandle.of(killed.postgresPid()).orElseThrow().destroyForcibly();
    assertStartsWithTheData();
  }

  /** As after the restart of a container, where the old number now is another program's. */
  @Test
  void isNotMisledByAnUnrelatedProcessWithTheOldNumber() throws Exception {
    try (var database = TestDatabases.start(folder)) {
      TestDatabases.execute(database, "CREATE TABLE note AS SELECT 'from the other JVM' AS text");
    }
    var own = ProcessHandle.current().pid();
    Files.writeString(
        folder.resolve("pgdata/postmaster.pid"),
        "%d\n%s\n1\n20000\n\n127.0.0.1\n\nready\n".formatted(own, folder.resolve("pgdata")));
    assertStartsWithTheData();
  }

  @Test
  void startsOverWhenKilledWhileMakingTheDatabase() throws Exception {
    var killed = ServerInAnotherJvm.launch(folder.toString());
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> unfinished().stream().anyMatch(path -> Files.exists(path.resolve("base"))));
    killed.destroyForcibly().onExit().join();
    assertThat(folder.resolve("pgdata")).doesNotExist();
    try (var database = TestDatabases.start(folder)) {
      assertThat(TestDatabases.ask(database, "SELECT 1")).isEqualTo("1");
    }
    // The killed server's initdb runs to its own end; the next start after that cleans up.
    await()
        .untilAsserted(() -> {
          TestDatabases.start(folder).close();
          assertThat(unfinished()).isEmpty();
        });
  }

  @Test
  void refusesASecondServerInOneSentence(CapturedOutput output) throws Exception {
    try (var other = ServerInAnotherJvm.start(folder)) {
      assertThatThrownBy(this::runApplication)
          .hasRootCauseInstanceOf(EmbeddedDatabaseException.class);
      assertThat(output)
          .contains("APPLICATION FAILED TO START")
          .contains(
              "Another TierHub server (pid %d) uses the data folder %s."
                  .formatted(other.process().pid(), folder.toRealPath()))
          .contains("Stop it, or give this one a folder of its own with tierhub.embedded.data-dir")
          .contains("SPRING_DATASOURCE_URL")
          .doesNotContain("\tat io.tierhub");
    }
    try (var _ = TestDatabases.start(folder)) {
      assertThatThrownBy(() -> TestDatabases.start(folder))
          .as("also in the same process, and without losing the first one's lock")
          .hasMessageContaining("(pid %d)".formatted(ProcessHandle.current().pid()));
      assertThatThrownBy(() -> ServerInAnotherJvm.start(folder)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void refusesDataOfAnotherMajorVersion(CapturedOutput output) throws Exception {
    TestDatabases.start(folder).close();
    Files.writeString(folder.resolve("pgdata/PG_VERSION"), "17\n");
    assertThatThrownBy(this::runApplication)
        .hasRootCauseInstanceOf(EmbeddedDatabaseException.class);
    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("was made by PostgreSQL 17, and this server brings PostgreSQL 18.")
        .contains("pg_dump");
  }

  @Test
  void theNextEphemeralOneRemovesThatOfAKilledRun(@TempDir Path temporaryFolder) throws Exception {
    var killed = ServerInAnotherJvm.startEphemeral(temporaryFolder);
    killed.kill();
    assertThat(TestDatabases.postgresIn(temporaryFolder)).contains(killed.postgresPid());
    ServerInAnotherJvm.startEphemeral(temporaryFolder).close();
    assertThat(TestDatabases.postgresIn(temporaryFolder)).isEmpty();
    try (var left = Files.newDirectoryStream(temporaryFolder, "tierhub-*")) {
      assertThat(left).isEmpty();
    }
  }

  private void assertStartsWithTheData() throws SQLException {
    try (var database = TestDatabases.start(folder)) {
      assertThat(TestDatabases.ask(database, "SELECT text FROM note"))
          .isEqualTo("from the other JVM");
    }
    assertThat(TestDatabases.postgresIn(folder)).isEmpty();
  }

  private List<Path> unfinished() throws IOException {
    try (var children = Files.list(folder)) {
      return children
          .filter(child -> child.getFileName().toString().startsWith("pgdata.unfinished"))
          .toList();
    }
  }

  private void runApplication() {
    var application = new SpringApplication(OnlyADatabase.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.run("--tierhub.embedded.data-dir=" + folder).close();
  }

  @ImportAutoConfiguration(EmbeddedDatabaseAutoConfiguration.class)
  static class OnlyADatabase {}
}
