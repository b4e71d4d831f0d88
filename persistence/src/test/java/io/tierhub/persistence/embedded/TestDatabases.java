package io.tierhub.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Starts real servers without Spring, and asks them. */
public final class TestDatabases {

  private TestDatabases() {}

  /** Lends a database of its own, in which there is nothing. */
  public static void lendEmpty(Consumer<DataSource> use) {
    try (var database = startEphemeral()) {
      use.accept(
          new DriverManagerDataSource(
              database.jdbcUrl(), database.username(), database.password()));
    }
  }

  static SupervisedPostgres start(Path dataDir) {
    return SupervisedPostgres.start(
        new EmbeddedDatabaseProperties(dataDir.toString(), null, 0, false, Map.of()),
        TierHubHome.of(null));
  }

  static SupervisedPostgres startEphemeral() {
    return SupervisedPostgres.start(
        new EmbeddedDatabaseProperties(null, null, 0, true, Map.of()), TierHubHome.of(null));
  }

  static Connection connect(SupervisedPostgres database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.username(), database.password());
  }

  static void execute(SupervisedPostgres database, String sql) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String ask(SupervisedPostgres database, String query) throws SQLException {
    try (var connection = connect(database)) {
      return ask(connection, query);
    }
  }

  static String ask(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** PostgreSQL's processes that work in a folder, whoever started them. */
  static List<Long> postgresIn(Path folder) {
    return ProcessHandle.allProcesses()
        .filter(process -> {
          try {
            var pid = Long.toString(process.pid());
            return Files.readSymbolicLink(Path.of("/proc", pid, "cwd")).startsWith(folder);
          } catch (IOException _) {
            return false;
          }
        })
        .map(ProcessHandle::pid)
        .toList();
  }
}
