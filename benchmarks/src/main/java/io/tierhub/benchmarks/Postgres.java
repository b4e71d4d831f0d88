package io.tierhub.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A PostgreSQL of the run's own, as durable as a user's, that keeps its data for later runs. */
final class Postgres implements AutoCloseable {

  /** What a user with some gigabytes of memory sets; all else is PostgreSQL's own default. */
  static final Map<String, String> SETTINGS =
      Map.of(
          "shared_buffers", "2GB",
          "effective_cache_size", "6GB",
          "random_page_cost", "1.1",
          "maintenance_work_mem", "512MB",
          "max_wal_size", "8GB",
          "jit", "off",
          // Says when what somebody waited for was committed.
          "track_commit_timestamp", "on");

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern EXECUTED =
      Pattern.compile("(?s)(?:execute [^:]+|statement(?=: BEGIN)): (.*)");
  private static final Pattern PARAMETER =
      Pattern.compile("\\$\\d+ = (?:'([^']*+(?:''[^']*+)*+)'|NULL)");

  private final EmbeddedPostgres server;
  private final Path data;

  Postgres(Path folder) throws IOException {
    this.data = folder.resolve("pgdata");
    Files.createDirectories(folder);
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(folder.resolve("postgres").toFile())
            .setOutputRedirector(
                ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile()))
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("max_connections", "100")
            .setServerConfig("logging_collector", "on")
            .setServerConfig("log_destination", "jsonlog")
            .setServerConfig("log_directory", "log")
            .setServerConfig("log_filename", "statements.log");
    SETTINGS.forEach(builder::setServerConfig);
    this.server = builder.start();
  }

  int port() {
    return server.getPort();
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres".formatted(port(), database);
  }

  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database));
  }

  void execute(String database, String... statements) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  List<String> list(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }

  String one(String database, String sql) throws SQLException {
    return list(database, sql).getFirst();
  }

  /** The process of PostgreSQL from which all others of it descend. */
  long pid() throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
  }

  /** One statement as a client sent it. */
  record Executed(
      long session, String sql, List<@org.jspecify.annotations.Nullable String> values) {

    /** The statement with its values in place, to be explained. */
    String withValues() {
      String text = sql;
      for (int i = values.size(); i > 0; i--) {
        String value = values.get(i - 1);
        text =
            text.replaceAll(
                "\\$" + i + "(?!\\d)",
                java.util.regex.Matcher.quoteReplacement(
                    value == null ? "null" : "'" + value.replace("'", "''") + "'"));
      }
      return text;
    }
  }

  /** What the server sends while that is done, from PostgreSQL's own log. */
  List<Executed> during(ThrowingRunnable work) throws Exception {
    Path log = data.resolve("log/statements.json");
    execute("postgres", "alter system set log_statement = 'all'", "select pg_reload_conf()");
    awaitSetting("all");
    long from = Files.size(log);
    try {
      work.run();
      awaitLogged(log, from);
    } finally {
      execute("postgres", "alter system reset log_statement", "select pg_reload_conf()");
      awaitSetting("none");
    }
    String text = written(log, from);
    List<Executed> executed = new ArrayList<>();
    for (String line : text.lines().filter(line -> line.endsWith("}")).toList()) {
      JsonNode entry = JSON.readTree(line);
      var matcher = EXECUTED.matcher(entry.path("message").asString(""));
      if (matcher.matches() && entry.path("application_name").asString("").equals("tierhub")) {
        List<@org.jspecify.annotations.Nullable String> values = new ArrayList<>();
        var parameter = PARAMETER.matcher(entry.path("detail").asString(""));
        while (parameter.find()) {
          String value = parameter.group(1);
          values.add(value == null ? null : value.replace("''", "'"));
        }
        executed.add(new Executed(entry.path("pid").asLong(0), matcher.group(1), values));
      }
    }
    return executed;
  }

  /** Waits until the log has what was sent until now: another process writes it. */
  private void awaitLogged(Path log, long from) throws Exception {
    String last = "noted at " + System.nanoTime();
    execute("postgres", "select '" + last + "'");
    await("write its log", () -> written(log, from).contains(last));
  }

  private static String written(Path log, long from) throws IOException {
    byte[] all = Files.readAllBytes(log);
    return new String(all, (int) from, (int) (all.length - from), StandardCharsets.UTF_8);
  }

  /** What is done while statements are logged. */
  @FunctionalInterface
  interface ThrowingRunnable {
    void run() throws Exception;
  }

  private void awaitSetting(String value) throws Exception {
    await(
        "take log_statement = " + value, () -> one("postgres", "show log_statement").equals(value));
    // Sessions look at the new setting before their next statement, once the postmaster told them.
    Thread.sleep(300);
  }

  /** Looks again until PostgreSQL has done that, which tells nobody: for some ten seconds. */
  private static void await(String what, Callable<Boolean> done) throws Exception {
    for (int i = 0; i < 200; i++) {
      if (done.call()) {
        return;
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("PostgreSQL did not " + what);
  }

  /** The plan of a statement, run. */
  List<String> explain(String database, String sql) throws SQLException {
    return list(database, "explain (analyze, buffers, costs off) " + sql);
  }

  static boolean scansBigTable(List<String> plan) {
    return plan.stream()
        .anyMatch(line ->
            Stream.of("fulfillment_request", "asset", "tier_account", "tier_configuration")
                .anyMatch(table -> line.contains("Seq Scan on " + table)));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
