package io.tierhub.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What lies where in the folder of one embedded database. PostgreSQL's own folder is one level
 * below, so that the lock can be held and the log written before there is a cluster.
 */
record DataFolder(Path root) {

  private static final String UNFINISHED = "pgdata.unfinished-";

  static DataFolder at(Path path) throws IOException {
    PrivateFiles.createFolders(path);
    return new DataFolder(path.toRealPath());
  }

  Path cluster() {
    return root.resolve("pgdata");
  }

  /**
   * Where a cluster is made, before it gets its name. Each time another folder, because the
   * programs of a killed server may still be writing into theirs.
   */
  Path newUnfinishedCluster() throws IOException {
    return Files.createTempDirectory(root, UNFINISHED);
  }

  /** Those that were never finished, for their server was killed. */
  List<Path> unfinishedClusters() throws IOException {
    try (var children = Files.list(root)) {
      return children
          .filter(child -> child.getFileName().toString().startsWith(UNFINISHED))
          .toList();
    }
  }

  Path settings() {
    return root.resolve("tierhub.conf");
  }

  Path password() {
    return root.resolve("password");
  }

  Path log() {
    return root.resolve("server.log");
  }

  Path lock() {
    return root.resolve("tierhub.lock");
  }
}
