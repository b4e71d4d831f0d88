package io.tierhub.persistence.embedded;

import java.nio.file.Path;

/**
 * The PostgreSQL that this server started for itself; a bean only when no database is configured.
 */
public interface EmbeddedDatabase {

  /**
   * The folder that holds the data, the server's log and the lock; moving it moves the database.
   */
  Path dataFolder();

  int port();

  String jdbcUrl();

  /** The process number of the running PostgreSQL; another one after each restart of it. */
  long pid();

  /** For example {@code 18.6}. */
  String version();

  /** Whether the data is thrown away when this server stops. */
  boolean ephemeral();
}
