package io.tierhub.workflow;

import java.nio.file.Path;

/** What this server runs on. */
public interface Installation {

  /** Whether the database is the one that the server started itself. */
  boolean hasOwnDatabase();

  /** Whether no company was ever let in. */
  boolean isNew();

  /** The folder for what is kept outside of the database. */
  Path home();

  /** One line for people: where the data is. */
  String whereTheDataIs();
}
