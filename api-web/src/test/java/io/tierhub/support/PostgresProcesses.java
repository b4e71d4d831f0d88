package io.tierhub.support;

import io.tierhub.persistence.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Does to an embedded PostgreSQL what machines and people do to databases. */
public record PostgresProcesses(EmbeddedDatabase database) {

  /** It keeps its connections and its port, and answers nothing. */
  public void freeze() {
    signal("STOP");
  }

  public void thaw() {
    signal("CONT");
  }

  /** It is started again at once. */
  public void kill() {
    ProcessHandle server = server();
    server.destroyForcibly();
    server.onExit().join();
  }

  /** It cannot be started again until its data is brought back. */
  public void loseData() {
    move(data(), lost());
    kill();
  }

  public void bringDataBack() {
    move(lost(), data());
  }

  private Path data() {
    return database.dataFolder().resolve("pgdata");
  }

  private Path lost() {
    return database.dataFolder().resolve("pgdata.lost");
  }

  private ProcessHandle server() {
    return ProcessHandle.of(database.pid()).orElseThrow();
  }

  private void signal(String name) {
    signal(server(), name);
  }

  /** The same to any PostgreSQL, by its main process. */
  public static void signal(ProcessHandle server, String name) {
    String processes =
        Stream.concat(Stream.of(server), server.descendants())
            .map(process -> Long.toString(process.pid()))
            .collect(Collectors.joining(" "));
    try {
      // One may have ended meanwhile; the others still get it.
      new ProcessBuilder("sh", "-c", "kill -" + name + " " + processes + " || true")
          .inheritIO()
          .start()
          .onExit()
          .join();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
