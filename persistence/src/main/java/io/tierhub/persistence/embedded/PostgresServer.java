package io.tierhub.persistence.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One run of PostgreSQL's server program, from its start to its end. */
final class PostgresServer {

  /** After a crash PostgreSQL first replays its log, at most about a gigabyte. */
  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  private static final Duration LONG_STOP = Duration.ofSeconds(60);
  private static final Duration SHORT_STOP = Duration.ofSeconds(10);
  private static final long READY_CHECK_MILLIS = 20;

  private final PostgresPrograms programs;
  private final ProcessHandle process;

  private PostgresServer(PostgresPrograms programs, ProcessHandle process) {
    this.programs = programs;
    this.process = process;
  }

  /** Starts the server and waits until it takes connections. */
  static PostgresServer start(PostgresPrograms programs, int port)
      throws IOException, InterruptedException {
    new Leftovers(programs).clear();
    var launcher = launcher(programs, port).start();
    try {
      var deadline = System.nanoTime() + START_LIMIT.toNanos();
      while (System.nanoTime() < deadline) {
        var ready =
            PostmasterFile.of(programs.folder().cluster())
                .filter(PostmasterFile::ready)
                .flatMap(file -> ProcessHandle.of(file.pid()));
        if (ready.isPresent()) {
          return new PostgresServer(programs, ready.get());
        }
        if (launcher.waitFor(READY_CHECK_MILLIS, TimeUnit.MILLISECONDS)
            && !(OperatingSystem.WINDOWS && launcher.exitValue() == 0)) {
          throw programs.failure("PostgreSQL did not start");
        }
      }
      throw programs.failure("PostgreSQL did not start within " + START_LIMIT);
    } catch (IOException | InterruptedException failure) {
      if (!programs.stop("fast", SHORT_STOP)) {
        launcher.destroyForcibly();
      }
      throw failure;
    }
  }

  /**
   * As a child of ours, so that its end is told to us and not polled for, but in a session of its
   * own, so that Ctrl+C reaches us only and we stop it after its clients. Where that cannot be
   * (macOS), it stops at once, which is no harm to the data. On Windows only pg_ctl can give up the
   * rights of an administrator, without which PostgreSQL does not start.
   */
  private static ProcessBuilder launcher(PostgresPrograms programs, int port) {
    var cluster = programs.folder().cluster().toString();
    // On the command line, where no settings file can widen them.
    var options =
        List.of(
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=");
    if (OperatingSystem.WINDOWS) {
      var log = programs.folder().log().toString();
      return programs.prepare(
          "pg_ctl",
          List.of("start", "-W", "-D", cluster, "-l", log, "-o", String.join(" ", options)));
    }
    var arguments = new ArrayList<>(List.of("-D", cluster));
    arguments.addAll(options);
    var launcher = programs.prepare("postgres", arguments);
    if (OperatingSystem.has("setsid")) {
      launcher.command().addFirst("setsid");
    }
    return launcher;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  CompletableFuture<ProcessHandle> ended() {
    return process.onExit();
  }

  /** For a caller in a hurry; as the pool is closed, no client holds it up. */
  void stopWithoutWaiting() {
    process.destroy();
  }

  /** Rolls back what is open, writes everything down and ends; by force if that takes too long. */
  void stop() throws IOException, InterruptedException {
    if (isAlive() && !programs.stop("fast", LONG_STOP) && !programs.stop("immediate", SHORT_STOP)) {
      process.destroyForcibly();
    }
  }
}
