package io.tierhub.persistence.embedded;

import org.jspecify.annotations.Nullable;

/** Why the embedded PostgreSQL cannot start, in one sentence, and what to do about it. */
final class EmbeddedDatabaseException extends RuntimeException {

  private final String action;

  EmbeddedDatabaseException(String description, String action, @Nullable Throwable cause) {
    super(description, cause);
    this.action = action;
  }

  EmbeddedDatabaseException(String description, String action) {
    this(description, action, null);
  }

  String action() {
    return action;
  }
}
