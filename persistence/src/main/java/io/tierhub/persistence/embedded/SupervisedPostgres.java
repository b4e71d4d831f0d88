package io.tierhub.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts PostgreSQL, starts it again on the same port whenever it ends by itself, and stops it when
 * closed. When only a child of PostgreSQL crashes, PostgreSQL recovers alone and nothing is done.
 */
final class SupervisedPostgres implements EmbeddedDatabase, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SupervisedPostgres.class);

  private static final int PORT_ATTEMPTS = 3;

  /** Only a safety net: the end of the process is reported to us. */
  private static final Duration PROBE_EVERY = Duration.ofSeconds(15);

  /** Longer than a server that was just being started needs to be stopped again. */
  private static final Duration LAST_RESTART_LIMIT = Duration.ofSeconds(30);

  private final FolderLock lock;
  private final PostgresPrograms programs;
  private final String password;
  private final int port;
  private final boolean ephemeral;

  private final ScheduledExecutorService supervisor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("embedded-postgres").factory());

  private volatile PostgresServer server;
  private volatile boolean closing;

  // Only the supervisor's thread uses these.
  private final RestartPace pace = new RestartPace();
  private boolean restarting;
  private long startedAt = System.nanoTime();

  private SupervisedPostgres(
      FolderLock lock,
      PostgresPrograms programs,
      String password,
      int port,
      boolean ephemeral,
      PostgresServer server) {
    this.lock = lock;
    this.programs = programs;
    this.password = password;
    this.port = port;
    this.ephemeral = ephemeral;
    this.server = server;
  }

  /** Returns when PostgreSQL takes connections. */
  static SupervisedPostgres start(EmbeddedDatabaseProperties properties, TierHubHome home) {
    var begin = System.nanoTime();
    var dataDir = home.folder(properties.dataDir(), "postgres");
    var binariesDir = home.folder(properties.binariesDir(), "postgres-binaries");
    try {
      PostgresPrograms.requireThatRootCanStepDown();
      var binaries = PostgresBinaries.unpackedIn(binariesDir);
      if (properties.ephemeral()) {
        dataDir = EphemeralFolders.create(binaries);
      }
      var database = startIn(DataFolder.at(dataDir), binaries, properties);
      database.supervise();
      LOG.info(
          "Embedded PostgreSQL {} started in {} ms: {} (pid {}), data {} {}",
          binaries.version(),
          millisSince(begin),
          database.jdbcUrl(),
          database.pid(),
          properties.ephemeral() ? "until the end of this run in" : "kept in",
          database.dataFolder());
      return database;
    } catch (IOException failure) {
      throw new EmbeddedDatabaseException(
          "The embedded PostgreSQL cannot start in %s: %s".formatted(dataDir, failure),
          ("If the server.log there does not say why: both it and %s must be writable."
                  + " Name other folders with TIERHUB_DATA, tierhub.embedded.data-dir or"
                  + " tierhub.embedded.binaries-dir, or set SPRING_DATASOURCE_URL.")
              .formatted(binariesDir),
          failure);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new EmbeddedDatabaseException(
          "The start of the embedded PostgreSQL was interrupted.", "Start again.", interrupt);
    }
  }

  private static SupervisedPostgres startIn(
      DataFolder folder, PostgresBinaries binaries, EmbeddedDatabaseProperties properties)
      throws IOException, InterruptedException {
    var lock = FolderLock.acquire(folder);
    try {
      var programs = new PostgresPrograms(binaries, folder);
      programs.beginNewLogIfLong();
      var password = new Cluster(programs).prepare(properties.ephemeral());
      Files.writeString(
          folder.settings(), ServerSettings.file(properties.ephemeral(), properties.settings()));
      new Leftovers(programs).clear(); // before the port is tried, which they may hold
      for (var attempt = 1; ; attempt++) {
        var port = choosePort(properties.port());
        try {
          var server = PostgresServer.start(programs, port);
          return new SupervisedPostgres(
              lock, programs, password, port, properties.ephemeral(), server);
        } catch (IOException failure) {
          var takenMeanwhile = properties.port() == 0 && !FreePort.isFree(port);
          if (!takenMeanwhile || attempt == PORT_ATTEMPTS) {
            throw failure;
          }
        }
      }
    } catch (IOException | InterruptedException | RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  private static int choosePort(int wanted) throws IOException {
    if (wanted == 0) {
      return FreePort.any();
    }
    if (!FreePort.isFree(wanted)) {
      throw new EmbeddedDatabaseException(
          "The port %d for the embedded PostgreSQL is in use.".formatted(wanted),
          "Set tierhub.embedded.port to another one, or to 0 for any.");
    }
    return wanted;
  }

  private void supervise() {
    watch(server);
    supervisor.scheduleWithFixedDelay(
        this::restartIfEnded,
        PROBE_EVERY.toMillis(),
        PROBE_EVERY.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private void watch(PostgresServer running) {
    // Refused once the supervisor is shut down, which is what is wanted then.
    running.ended().thenRunAsync(this::restartIfEnded, supervisor);
  }

  private void restartIfEnded() {
    if (closing || restarting || server.isAlive()) {
      return;
    }
    restarting = true;
    restartLater();
  }

  private void restartLater() {
    var wait = pace.next(Duration.ofNanos(System.nanoTime() - startedAt));
    supervisor.schedule(this::restart, wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void restart() {
    var dead = server.pid();
    startedAt = System.nanoTime();
    try {
      server = PostgresServer.start(programs, port);
      restarting = false;
      LOG.warn(
          "PostgreSQL (pid {}) had ended; started again in {} ms on port {} (pid {})",
          dead,
          millisSince(startedAt),
          port,
          server.pid());
      watch(server);
    } catch (IOException | RuntimeException failure) {
      LOG.error(
          "PostgreSQL (pid {}) has ended and cannot be started again yet: {}",
          dead,
          failure.getMessage());
      restartLater();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // closing
    }
  }

  @Override
  public void close() {
    closing = true;
    supervisor.shutdownNow();
    try {
      supervisor.awaitTermination(LAST_RESTART_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      server.stop();
      LOG.info("Embedded PostgreSQL (pid {}) stopped", server.pid());
      if (ephemeral) {
        lock.close(); // Windows deletes no open file
        PrivateFiles.deleteTree(dataFolder());
      }
    } catch (IOException failure) {
      LOG.warn("Embedded PostgreSQL (pid {}) did not stop in good order", server.pid(), failure);
    } catch (InterruptedException _) {
      server.stopWithoutWaiting();
      Thread.currentThread().interrupt();
    } finally {
      lock.close();
    }
  }

  @Override
  public Path dataFolder() {
    return programs.folder().root();
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, Cluster.DATABASE);
  }

  @Override
  public long pid() {
    return server.pid();
  }

  @Override
  public String version() {
    return programs.binaries().version();
  }

  @Override
  public boolean ephemeral() {
    return ephemeral;
  }

  String username() {
    return Cluster.USER;
  }

  String password() {
    return password;
  }

  private static long millisSince(long nanoTime) {
    return Duration.ofNanos(System.nanoTime() - nanoTime).toMillis();
  }
}
