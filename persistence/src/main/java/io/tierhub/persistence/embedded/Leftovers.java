package io.tierhub.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's processes of an earlier run. After a kill -9 of the JVM the whole PostgreSQL lives
 * on; after a kill -9 of PostgreSQL's main process a child that is busy does. A new one could not
 * start beside either. To be called by the holder of the folder's lock only.
 */
record Leftovers(PostgresPrograms programs) {

  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

  private static final Duration FAST_STOP = Duration.ofSeconds(20);
  private static final Duration IMMEDIATE_STOP = Duration.ofSeconds(5);
  private static final long KILL_SECONDS = 5;

  /** A clock that was set meanwhile may move the start of a process by a little. */
  private static final Duration CLOCK_STEP = Duration.ofSeconds(10);

  void clear() throws IOException, InterruptedException {
    var cluster = programs.folder().cluster();
    if (!PostmasterFile.exists(cluster)) {
      return; // it was shut down in good order
    }
    var recorded = PostmasterFile.of(cluster);
    if (recorded.flatMap(this::running).isPresent()) {
      LOG.info(
          "Stopping the PostgreSQL (pid {}) that an earlier server left behind in {}",
          recorded.orElseThrow().pid(),
          cluster);
      if (!programs.stop("fast", FAST_STOP)) {
        programs.stop("immediate", IMMEDIATE_STOP);
      }
    }
    killTheRest(recorded);
    if (PostmasterFile.exists(cluster)) {
      PostmasterFile.disown(cluster);
    }
  }

  private void killTheRest(Optional<PostmasterFile> recorded)
      throws IOException, InterruptedException {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(KILL_SECONDS);
    for (var rest = rest(recorded); !rest.isEmpty(); rest = rest(recorded)) {
      if (System.nanoTime() > deadline) {
        throw new IOException("Cannot end the PostgreSQL processes " + rest);
      }
      rest.forEach(ProcessHandle::destroyForcibly);
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private List<ProcessHandle> rest(Optional<PostmasterFile> recorded) {
    return OperatingSystem.PROC
        ? ProcessHandle.allProcesses().filter(this::worksInTheCluster).toList()
        : recorded.flatMap(this::running).stream().toList();
  }

  private Optional<ProcessHandle> running(PostmasterFile recorded) {
    return ProcessHandle.of(recorded.pid())
        .filter(process ->
            OperatingSystem.PROC
                ? worksInTheCluster(process)
                : isPostgres(process) && startedWhenRecorded(process, recorded));
  }

  /** All processes of PostgreSQL, and only they, have its data folder as working directory. */
  private boolean worksInTheCluster(ProcessHandle process) {
    try {
      var workingDirectory =
          Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
      return workingDirectory.equals(programs.folder().cluster()) && isPostgres(process);
    } catch (IOException _) {
      return false; // ended, or another user's
    }
  }

  /** A shell may stand in that folder as well. */
  private static boolean isPostgres(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).getFileName().toString())
        .filter(program -> program.startsWith("postgres"))
        .isPresent();
  }

  /** Process numbers are used again; that one was so by another PostgreSQL is very unlikely. */
  private static boolean startedWhenRecorded(ProcessHandle process, PostmasterFile recorded) {
    return process
        .info()
        .startInstant()
        .map(start -> Duration.between(start, recorded.startedAt()).abs().compareTo(CLOCK_STEP) < 0)
        .orElse(true);
  }
}
