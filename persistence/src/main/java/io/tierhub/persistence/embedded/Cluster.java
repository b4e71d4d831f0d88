package io.tierhub.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's own data folder: made once, checked at each later start. */
record Cluster(PostgresPrograms programs) {

  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

  /**
   * Owner of the database and no superuser, as with a PostgreSQL that an administrator gives us.
   */
  static final String USER = "tierhub";

  static final String DATABASE = "tierhub";

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int PASSWORD_BYTES = 32;

  /** Makes the cluster, or refuses one that these programs cannot read. Returns the password. */
  String prepare(boolean ephemeral) throws IOException, InterruptedException {
    var folder = programs.folder();
    removeUnfinished();
    if (Files.exists(folder.cluster())) {
      requireSameMajorVersion();
    } else {
      make(ephemeral);
    }
    return Files.readString(folder.password()).strip();
  }

  private void requireSameMajorVersion() throws IOException {
    var folder = programs.folder();
    var versionFile = folder.cluster().resolve("PG_VERSION");
    if (!Files.exists(versionFile)) {
      throw new EmbeddedDatabaseException(
          "%s is no PostgreSQL data folder: it has no PG_VERSION.".formatted(folder.cluster()),
          "Move it away, or set tierhub.embedded.data-dir to another folder.");
    }
    var found = Files.readString(versionFile).strip();
    if (PostgresBinaries.majorOf(found) != programs.binaries().major()) {
      throw new EmbeddedDatabaseException(
          "The data in %s was made by PostgreSQL %s, and this server brings PostgreSQL %d."
              .formatted(folder.root(), found, programs.binaries().major()),
          "Take the data over with pg_dump of version %s and pg_restore, or set".formatted(found)
              + " tierhub.embedded.data-dir to another folder.");
    }
  }

  /**
   * Under another name, and renamed when all is done: being killed half-way leaves nothing that
   * could be taken for a database, and nothing but our own half-made folder is ever deleted.
   */
  private void make(boolean ephemeral) throws IOException, InterruptedException {
    var folder = programs.folder();
    var unfinished = folder.newUnfinishedCluster();
    if (!Files.exists(folder.password())) {
      PrivateFiles.write(folder.password(), newPassword() + "\n");
    }
    if (!programs.run(programs.prepare("initdb", initdbArguments(unfinished, ephemeral)), LIMIT)) {
      throw programs.failure("PostgreSQL could not make its data folder " + unfinished);
    }
    Files.writeString(
        unfinished.resolve("postgresql.conf"),
        "\ninclude_if_exists = '../%s'\n".formatted(folder.settings().getFileName()),
        StandardOpenOption.APPEND);
    createDatabase(unfinished);
    PrivateFiles.force(unfinished.resolve("postgresql.conf"));
    Files.move(unfinished, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    PrivateFiles.force(folder.root());
  }

  private void removeUnfinished() throws IOException {
    for (var unfinished : programs.folder().unfinishedClusters()) {
      LOG.info("Removing {}, which a killed server left half-made", unfinished);
      try {
        PrivateFiles.deleteTree(unfinished);
      } catch (IOException failure) {
        LOG.debug("{} is still being written to; the next start removes it", unfinished, failure);
      }
    }
  }

  private List<String> initdbArguments(Path unfinished, boolean ephemeral) {
    // The builtin provider sorts the same on every system and after every upgrade of its libraries.
    var arguments =
        List.of(
            "--pgdata=" + unfinished,
            "--username=postgres",
            "--pwfile=" + programs.folder().password(),
            // On a shared machine anybody can connect to 127.0.0.1: never "trust".
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--text-search-config=simple",
            "--no-instructions");
    return ephemeral
        ? Stream.concat(arguments.stream(), Stream.of("--no-sync")).toList()
        : arguments;
  }

  /** In single-user mode, which reads one command per line and listens on no port. */
  private void createDatabase(Path unfinished) throws IOException, InterruptedException {
    var commands = programs.folder().root().resolve("create.sql");
    PrivateFiles.write(
        commands,
        """
        CREATE ROLE %1$s LOGIN PASSWORD '%2$s'
        CREATE DATABASE %3$s OWNER %1$s
        """
            .formatted(USER, Files.readString(programs.folder().password()).strip(), DATABASE));
    var postgres =
        programs.prepare(
            "postgres",
            List.of(
                "--single",
                "-D",
                unfinished.toString(),
                "-c",
                "exit_on_error=on",
                "-c",
                "log_min_error_statement=panic", // the password is in the statement
                "-c",
                "log_checkpoints=off",
                "postgres"));
    try {
      if (!programs.run(postgres.redirectInput(commands.toFile()), LIMIT)) {
        throw programs.failure("PostgreSQL could not create its database in " + unfinished);
      }
    } finally {
      Files.delete(commands);
    }
  }

  private static String newPassword() {
    var bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
