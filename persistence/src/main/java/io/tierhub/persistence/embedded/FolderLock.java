package io.tierhub.persistence.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The exclusive right to a data folder. The operating system takes it back from a process that was
 * killed, so it cannot go stale as a file with a process number can.
 */
final class FolderLock implements AutoCloseable {

  /** Beyond the process number, because Windows lets nobody read what is locked. */
  private static final long LOCKED_POSITION = 1L << 32;

  /**
   * What this JVM holds. Asked before the file is opened: on POSIX systems closing any channel of a
   * file would drop the lock that another channel of the same process holds.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Takes the lock, or refuses with the number of the process that has it. */
  static FolderLock acquire(DataFolder folder) throws IOException {
    var lock = tryAcquire(folder.lock());
    if (lock == null) {
      throw new EmbeddedDatabaseException(
          "Another TierHub server (pid %s) uses the data folder %s."
              .formatted(holder(folder.lock()), folder.root()),
          "Stop it, or give this one a folder of its own with tierhub.embedded.data-dir,"
              + " or a database with SPRING_DATASOURCE_URL.");
    }
    return lock;
  }

  /** The lock, or null if somebody has it. */
  static @Nullable FolderLock tryAcquire(Path file) throws IOException {
    if (!HELD_HERE.add(file)) {
      return null;
    }
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (channel.tryLock(LOCKED_POSITION, 1, false) != null) {
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(ownPid()), 0);
        var lock = new FolderLock(file, channel);
        channel = null;
        return lock;
      }
      HELD_HERE.remove(file);
      return null;
    } catch (IOException | RuntimeException failure) {
      HELD_HERE.remove(file);
      throw failure;
    } finally {
      if (channel != null) {
        channel.close();
      }
    }
  }

  private static String holder(Path file) throws IOException {
    if (HELD_HERE.contains(file)) {
      return ownPid();
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var pid = ByteBuffer.allocate(20);
      channel.read(pid);
      return StandardCharsets.US_ASCII.decode(pid.flip()).toString().strip();
    }
  }

  private static String ownPid() {
    return Long.toString(ProcessHandle.current().pid());
  }

  @Override
  public void close() {
    if (!channel.isOpen()) {
      return; // somebody else may have the folder by now
    }
    try {
      channel.close();
    } catch (IOException _) {
      // The lock goes with the process at the latest.
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
