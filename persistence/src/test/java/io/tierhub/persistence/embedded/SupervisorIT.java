package io.tierhub.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL is killed under a running server. */
class SupervisorIT {

  private static final Duration PROMISE = Duration.ofSeconds(10);

  @TempDir Path folder;

  @Test
  void comesBackOnTheSamePortWithItsData() throws SQLException {
    try (var database = TestDatabases.start(folder);
        var pool = pool(database)) {
      TestDatabases.execute(database, "CREATE TABLE note AS SELECT 'kept' AS text");
      for (var kill = 1; kill <= 2; kill++) {
        var pid = database.pid();
        var port = database.port();
        kill(pid);
        await()
            .atMost(PROMISE)
            .pollInterval(Duration.ofMillis(20))
            .ignoreExceptions()
            .untilAsserted(() -> {
              // Children of the killed one may answer for a moment.
              assertThat(database.pid()).isNotEqualTo(pid);
              try (var connection = pool.getConnection()) {
                assertThat(TestDatabases.ask(connection, "SELECT text FROM note"))
                    .isEqualTo("kept");
              }
            });
        assertThat(database.port()).isEqualTo(port);
      }
    }
    assertThat(TestDatabases.postgresIn(folder)).isEmpty();
  }

  /** Such a child does not notice that its parent is gone, and would keep a new one out. */
  @Test
  void comesBackAlthoughAChildIsBusy() throws Exception {
    try (var database = TestDatabases.start(folder);
        var connection = TestDatabases.connect(database);
        var watcher = TestDatabases.connect(database)) {
      var busy =
          Thread.startVirtualThread(() -> {
            try (var statement = connection.createStatement()) {
              statement.execute("SELECT count(*) FROM generate_series(1, 10000000000)");
            } catch (SQLException _) {
              // killed, as expected
            }
          });
      await()
          .untilAsserted(() ->
              assertThat(
                      TestDatabases.ask(
                          watcher,
                          "SELECT count(*) FROM pg_stat_activity"
                              + " WHERE state = 'active' AND query LIKE '%generate_series%'"
                              + " AND pid <> pg_backend_pid()"))
                  .isEqualTo("1"));
      var pid = database.pid();
      kill(pid);
      await().atMost(PROMISE).until(() -> database.pid() != pid);
      assertThat(TestDatabases.ask(database, "SELECT 1")).isEqualTo("1");
      busy.join();
    }
  }

  @Test
  void leavesTheCrashOfAChildToPostgres() throws SQLException {
    try (var database = TestDatabases.start(folder)) {
      var pid = database.pid();
      try (var connection = TestDatabases.connect(database)) {
        kill(Long.parseLong(TestDatabases.ask(connection, "SELECT pg_backend_pid()")));
      }
      await()
          .atMost(PROMISE)
          .ignoreExceptions()
          .until(() -> TestDatabases.ask(database, "SELECT 1").equals("1"));
      assertThat(database.pid()).isEqualTo(pid);
    }
  }

  @Test
  void doesNotStartAgainOnceItIsClosed() {
    var database = TestDatabases.start(folder);
    kill(database.pid());
    database.close(); // in the middle of the restart
    // The children of a killed PostgreSQL end by themselves, each when it notices.
    await()
        .atMost(PROMISE)
        .untilAsserted(() -> assertThat(TestDatabases.postgresIn(folder)).isEmpty());
    try (var next = TestDatabases.start(folder)) {
      assertThat(ProcessHandle.of(next.pid())).isPresent();
    }
  }

  private static void kill(long pid) {
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }

  private static HikariDataSource pool(SupervisedPostgres database) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(database.jdbcUrl());
    pool.setUsername(database.username());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(2);
    pool.setConnectionTimeout(500);
    return pool;
  }
}
