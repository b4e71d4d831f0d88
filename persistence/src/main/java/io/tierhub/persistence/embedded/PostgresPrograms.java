package io.tierhub.persistence.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs for one data folder; what they say goes to its log. */
record PostgresPrograms(PostgresBinaries binaries, DataFolder folder) {

  private static final int LOG_LINES_IN_MESSAGES = 5;
  private static final long LOG_BYTES_BEFORE_A_NEW_ONE = 1 << 20;

  /** PostgreSQL refuses to run as root; root may call itself nobody in a user namespace. */
  static void requireThatRootCanStepDown() throws IOException, InterruptedException {
    if (OperatingSystem.ROOT
        && !(OperatingSystem.has("unshare")
            && new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0)) {
      throw new EmbeddedDatabaseException(
          "PostgreSQL refuses to run as root, and this system lets root make no user namespace"
              + " (unshare -U).",
          "Run TierHub as an ordinary user, or set SPRING_DATASOURCE_URL.");
    }
  }

  /**
   * A program as a process of its own, with none of our caller's PostgreSQL or language settings.
   */
  ProcessBuilder prepare(String program, List<String> arguments) {
    var command = new ArrayList<String>();
    if (OperatingSystem.ROOT) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(binaries.program(program).toString());
    command.addAll(arguments);
    var process = new ProcessBuilder(command);
    process.environment().keySet().removeIf(name -> name.startsWith("PG"));
    process.environment().put("LC_ALL", "C");
    // Never a pipe: whoever holds its other end, such as a server started by pg_ctl, keeps it open.
    return process
        .redirectInput(new File(OperatingSystem.WINDOWS ? "NUL" : "/dev/null"))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
  }

  /** Runs a program to its end; true if it succeeded. */
  boolean run(ProcessBuilder prepared, Duration limit) throws IOException, InterruptedException {
    var process = prepared.start();
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
    } finally {
      process.destroyForcibly();
    }
  }

  boolean run(String program, Duration limit, String... arguments)
      throws IOException, InterruptedException {
    return run(prepare(program, List.of(arguments)), limit);
  }

  /**
   * Asks the running server to end, in one of PostgreSQL's ways: fast rolls back, immediate drops.
   */
  boolean stop(String mode, Duration limit) throws IOException, InterruptedException {
    return run(
        "pg_ctl",
        limit.plusSeconds(5),
        "stop",
        "--silent",
        "-D",
        folder.cluster().toString(),
        "-m",
        mode,
        "-w",
        "-t",
        Long.toString(limit.toSeconds()));
  }

  IOException failure(String what) throws IOException {
    return new IOException(what + "; its log ends with: " + endOfLog());
  }

  /** At a start only: a running server would go on writing to the renamed file. */
  void beginNewLogIfLong() throws IOException {
    var log = folder.log();
    if (Files.exists(log) && Files.size(log) > LOG_BYTES_BEFORE_A_NEW_ONE) {
      Files.move(log, log.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private String endOfLog() throws IOException {
    if (!Files.exists(folder.log())) {
      return "(empty)";
    }
    var lines =
        new String(Files.readAllBytes(folder.log()), StandardCharsets.UTF_8).lines().toList();
    return String.join(
        " | ", lines.subList(Math.max(0, lines.size() - LOG_LINES_IN_MESSAGES), lines.size()));
  }
}
