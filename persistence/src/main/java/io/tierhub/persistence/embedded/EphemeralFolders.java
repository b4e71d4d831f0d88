package io.tierhub.persistence.embedded;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Throw-away data folders, and the removal of those whose server was killed. */
final class EphemeralFolders {

  private static final Logger LOG = LoggerFactory.getLogger(EphemeralFolders.class);

  private static final String PREFIX = "tierhub-postgres-";

  private EphemeralFolders() {}

  /**
   * A new folder. A killed test run leaves its folder, and its PostgreSQL running; this is also the
   * moment to remove those.
   */
  static Path create(PostgresBinaries binaries) throws IOException, InterruptedException {
    var created = Files.createTempDirectory(PREFIX);
    var me = Files.getOwner(created);
    try (var others =
        Files.newDirectoryStream(
            created.resolveSibling("."),
            path ->
                path.getFileName().toString().startsWith(PREFIX)
                    && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                    // In a folder for everybody, only touch what is ours.
                    && Files.getOwner(path).equals(me))) {
      for (var other : others) {
        sweep(new DataFolder(other.toRealPath()), binaries);
      }
    } catch (DirectoryIteratorException failure) {
      LOG.debug("Not all abandoned folders are removed", failure);
    }
    return created;
  }

  private static void sweep(DataFolder folder, PostgresBinaries binaries)
      throws InterruptedException {
    try {
      // Its owner writes into the lock file what it holds: an empty one may be about to be locked.
      if (!Files.exists(folder.lock()) || Files.size(folder.lock()) == 0) {
        return;
      }
      var lock = FolderLock.tryAcquire(folder.lock());
      if (lock == null) {
        return;
      }
      try (lock) {
        new Leftovers(new PostgresPrograms(binaries, folder)).clear();
      }
      PrivateFiles.deleteTree(folder.root());
    } catch (IOException failure) {
      LOG.debug("Left the abandoned folder {} alone", folder.root(), failure);
    }
  }
}
