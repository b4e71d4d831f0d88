package io.tierhub.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The embedded PostgreSQL as an application meets it. */
class EmbeddedDatabaseIT {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "data_checksums", "on",
          "listen_addresses", "127.0.0.1",
          "server_encoding", "UTF8",
          "jit", "off",
          "max_connections", "100",
          "shared_buffers", "16MB",
          "is_superuser", "off");

  @TempDir Path folder;

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  EmbeddedDatabaseAutoConfiguration.class, DataSourceAutoConfiguration.class));

  @Test
  void keepsDataSafelyAndAcrossRestarts() {
    var kept =
        application.withPropertyValues(
            "spring.datasource.url= ",
            "tierhub.embedded.data-dir=" + folder,
            "tierhub.embedded.settings.shared-buffers=16MB");
    var firstPid = new AtomicReference<Long>();
    kept.run(context -> {
      assertThat(context).hasNotFailed();
      var database = context.getBean(EmbeddedDatabase.class);
      assertThat(database.version()).startsWith("18.");
      assertThat(database.dataFolder()).isEqualTo(folder.toRealPath());
      assertThat(database.port()).isBetween(20_000, 29_999);
      firstPid.set(database.pid());
      try (var connection = context.getBean(DataSource.class).getConnection();
          var statement = connection.createStatement()) {
        SETTINGS.forEach((name, value) ->
            assertThat(show(connection, "SHOW " + name)).as(name).isEqualTo(value));
        assertThat(Files.readAllLines(folder.resolve("pgdata/postmaster.pid")).get(4))
            .as("the folder of the unix socket")
            .isEmpty();
        assertThat(
                show(
                    connection,
                    "SELECT concat(datlocprovider, datlocale) FROM pg_database"
                        + " WHERE datname = current_database()"))
            .isEqualTo("bC.UTF-8");
        assertThat(show(connection, "SELECT lower('ÄÖ')")).isEqualTo("äö");
        statement.execute("CREATE EXTENSION pg_trgm");
        statement.execute("CREATE TABLE note AS SELECT 'kept' AS text");
      }
    });
    assertThat(TestDatabases.postgresIn(folder)).isEmpty();
    kept.run(context -> {
      assertThat(context.getBean(EmbeddedDatabase.class).pid()).isNotEqualTo(firstPid.get());
      try (var connection = context.getBean(DataSource.class).getConnection()) {
        assertThat(show(connection, "SELECT text FROM note")).isEqualTo("kept");
      }
    });
  }

  @Test
  void anEphemeralOneLeavesNothing() {
    var usedFolder = new AtomicReference<Path>();
    application
        .withPropertyValues("tierhub.embedded.ephemeral=true")
        .run(context -> {
          var database = context.getBean(EmbeddedDatabase.class);
          usedFolder.set(database.dataFolder());
          assertThat(database.dataFolder())
              .startsWith(Path.of(System.getProperty("java.io.tmpdir")).toRealPath());
          try (var connection = context.getBean(DataSource.class).getConnection()) {
            assertThat(show(connection, "SHOW fsync")).isEqualTo("off");
          }
        });
    assertThat(usedFolder.get()).doesNotExist();
    assertThat(TestDatabases.postgresIn(usedFolder.get())).isEmpty();
  }

  @Test
  void isReachedByThisUserOnThisMachineOnly() throws IOException {
    try (var database = TestDatabases.startEphemeral()) {
      assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "postgres", "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThatThrownBy(
              () -> new Socket(InetAddress.ofLiteral("127.0.0.2"), database.port()).close())
          .isInstanceOf(IOException.class);
      assertThat(Files.getPosixFilePermissions(database.dataFolder().resolve("password")))
          .hasToString("[OWNER_READ, OWNER_WRITE]");
      assertThat(database.dataFolder().resolve("server.log"))
          .content()
          .doesNotContain(database.password());
    }
  }

  private static String show(Connection connection, String query) {
    try {
      return TestDatabases.ask(connection, query);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }
}
