package io.tierhub.persistence.embedded;

import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.IOException;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from zonky's jar. Only the archive is zonky's: its own launcher
 * is made for tests, where a server neither comes back after a crash nor keeps its data safe.
 */
record PostgresBinaries(Path home, String version) {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);

  /** File locks are per process; this one is for the threads of this process. */
  private static final ReentrantLock UNPACKING = new ReentrantLock();

  private static final String VERSION_FILE = "VERSION";

  int major() {
    return majorOf(version);
  }

  static int majorOf(String version) {
    return Integer.parseInt(version.strip().split("\\.", 2)[0]);
  }

  Path program(String name) {
    return home.resolve("bin").resolve(OperatingSystem.WINDOWS ? name + ".exe" : name);
  }

  /** Unpacks the programs for this machine, unless an earlier start did. */
  static PostgresBinaries unpackedIn(Path folder) throws IOException, InterruptedException {
    var archive = archive();
    var home = folder.resolve(nameFor(archive));
    UNPACKING.lockInterruptibly();
    try {
      if (!Files.isDirectory(home)) {
        PrivateFiles.createFolders(folder);
        unpackOnce(archive, home);
      }
    } finally {
      UNPACKING.unlock();
    }
    return new PostgresBinaries(home, Files.readString(home.resolve(VERSION_FILE)).strip());
  }

  /**
   * Under a lock, for several servers may start at once; renamed at the end, so whole or absent.
   */
  private static void unpackOnce(URL archive, Path home) throws IOException, InterruptedException {
    var lockFile = home.resolveSibling("unpack.lock");
    try (var channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      if (!lock.isValid() || Files.isDirectory(home)) {
        return;
      }
      LOG.info("Unpacking PostgreSQL into {}, once", home);
      var part = home.resolveSibling(home.getFileName() + ".part");
      PrivateFiles.deleteTree(part);
      unpack(archive, part);
      Files.writeString(part.resolve(VERSION_FILE), askVersion(part));
      Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void unpack(URL archive, Path target) throws IOException {
    try (var raw = archive.openStream();
        var tar = new TarArchiveInputStream(new XZInputStream(raw))) {
      for (@Nullable TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("The archive reaches outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, path);
          if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + path + " executable");
          }
        }
      }
    }
  }

  /** The answer is {@code postgres (PostgreSQL) 18.6}; asking also proves that the programs run. */
  private static String askVersion(Path home) throws IOException, InterruptedException {
    var program = new PostgresBinaries(home, "").program("postgres").toString();
    var process = new ProcessBuilder(program, "--version").redirectErrorStream(true).start();
    process.getOutputStream().close();
    var answer =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException("PostgreSQL's programs don't run on this machine: " + answer);
    }
    return answer.substring(answer.lastIndexOf(' ') + 1);
  }

  /** A name that changes with the archive. */
  private static String nameFor(URL archive) throws IOException {
    var file = Path.of(archive.getPath()).getFileName().toString().replace(".txz", "");
    return "%s-%08x".formatted(file, checksum(archive));
  }

  /** From the jar's table of contents, if it tells, for the archive has 15 MB. */
  private static long checksum(URL archive) throws IOException {
    if (archive.openConnection() instanceof JarURLConnection connection) {
      connection.setUseCaches(false);
      // Not through the jar file: in Spring Boot's nested jars, its entries have no checksum.
      var known = connection.getJarEntry().getCrc();
      connection.getJarFile().close();
      if (known >= 0) {
        return known;
      }
    }
    try (var content = new CheckedInputStream(archive.openStream(), new CRC32())) {
      content.transferTo(OutputStream.nullOutputStream());
      return content.getChecksum().getValue();
    }
  }

  private static URL archive() {
    var machine = ArchUtils.normalize(System.getProperty("os.arch"));
    for (var name : archiveNames(machine)) {
      var found = PostgresBinaries.class.getClassLoader().getResource(name);
      if (found != null) {
        return found;
      }
    }
    throw new EmbeddedDatabaseException(
        "This build brings no PostgreSQL for %s on %s.".formatted(OperatingSystem.NAME, machine),
        "Set SPRING_DATASOURCE_URL to a PostgreSQL server, 15 or newer.");
  }

  /** The best first. Windows and macOS also run programs made for Intel on ARM. */
  private static List<String> archiveNames(String machine) {
    var system = OperatingSystem.WINDOWS ? "windows" : OperatingSystem.MAC ? "darwin" : "linux";
    var plain = "postgres-%s-%s.txz".formatted(system, machine);
    if (!system.equals("linux")) {
      return List.of(plain, "postgres-%s-x86_64.txz".formatted(system));
    }
    return Files.exists(Path.of("/etc/alpine-release"))
        ? List.of("postgres-linux-%s-alpine_linux.txz".formatted(machine), plain)
        : List.of(plain);
  }
}
