package io.tierhub.persistence.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a JVM of its own, which can be killed; it ends when this JVM does. */
record ServerInAnotherJvm(Process process, long postgresPid) implements AutoCloseable {

  private static final String EPHEMERAL = "ephemeral";

  /** Returns when its PostgreSQL is up. */
  static ServerInAnotherJvm start(Path dataDir) throws IOException {
    return awaitUp(launch(dataDir.toString()));
  }

  static ServerInAnotherJvm startEphemeral(Path temporaryFolder) throws IOException {
    return awaitUp(launch(EPHEMERAL, "-Djava.io.tmpdir=" + temporaryFolder));
  }

  /** Returns at once. */
  static Process launch(String dataDir, String... options) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1");
    builder.command().addAll(List.of(options));
    builder
        .command()
        .addAll(
            List.of(
                "-cp",
                System.getProperty("java.class.path"),
                ServerInAnotherJvm.class.getName(),
                dataDir));
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static ServerInAnotherJvm awaitUp(Process process) throws IOException {
    var output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line; (line = output.readLine()) != null; ) {
      if (line.startsWith("UP ")) {
        return new ServerInAnotherJvm(process, Long.parseLong(line.substring(3)));
      }
    }
    throw new IOException("The other JVM ended without a database");
  }

  /** As kill -9 does: nothing of its own runs any more. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] arguments) throws Exception {
    var database =
        arguments[0].equals(EPHEMERAL)
            ? TestDatabases.startEphemeral()
            : TestDatabases.start(Path.of(arguments[0]));
    try (database) {
      TestDatabases.execute(database, "CREATE TABLE IF NOT EXISTS note (text text)");
      TestDatabases.execute(database, "INSERT INTO note VALUES ('from the other JVM')");
      IO.println("UP " + database.pid());
      while (System.in.read() >= 0) {
        // until the pipe from the test is closed
      }
    }
  }
}
