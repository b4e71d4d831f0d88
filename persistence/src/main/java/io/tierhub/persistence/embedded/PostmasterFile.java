package io.tierhub.persistence.embedded;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

/**
 * What a running PostgreSQL writes about itself into {@code postmaster.pid}; also left behind by
 * one that was killed.
 */
record PostmasterFile(long pid, Instant startedAt, boolean ready) {

  /** No system gives such a number to a process, so PostgreSQL takes its bearer for dead. */
  private static final String NOBODY = Integer.toString(Integer.MAX_VALUE);

  /** The file names the folder in whatever encoding the system has; read so, it stays as it is. */
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private static final int LINE_OF_START = 2;
  private static final int LINE_OF_STATUS = 7;

  /** Empty if there is none, or none that can be read (yet). */
  static Optional<PostmasterFile> of(Path cluster) throws IOException {
    try {
      var lines = Files.readAllLines(path(cluster), BYTES);
      if (lines.size() <= LINE_OF_START) {
        return Optional.empty();
      }
      return Optional.of(
          new PostmasterFile(
              Long.parseLong(lines.getFirst().strip()),
              Instant.ofEpochSecond(Long.parseLong(lines.get(LINE_OF_START).strip())),
              lines.size() > LINE_OF_STATUS && lines.get(LINE_OF_STATUS).strip().equals("ready")));
    } catch (NoSuchFileException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  static boolean exists(Path cluster) {
    return Files.exists(path(cluster));
  }

  /**
   * Lets PostgreSQL start although the number in the file was given to another process since. The
   * file itself stays: it names the shared memory by which PostgreSQL makes sure that no child of
   * its predecessor still writes.
   */
  static void disown(Path cluster) throws IOException {
    var file = path(cluster);
    var lines = Files.readAllLines(file, BYTES);
    if (lines.size() <= LINE_OF_START) {
      Files.delete(file); // cut off by a crash of the machine; PostgreSQL would refuse to start
      return;
    }
    lines.set(0, NOBODY);
    var replacement = cluster.resolve("postmaster.pid.disowned");
    Files.write(replacement, lines, BYTES);
    Files.move(replacement, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path path(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }
}
