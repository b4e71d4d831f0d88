package io.tierhub.persistence.embedded;

import java.util.Objects;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the user the sentence and the way out, not the stack trace. */
final class EmbeddedDatabaseFailureAnalyzer
    extends AbstractFailureAnalyzer<EmbeddedDatabaseException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedDatabaseException cause) {
    return new FailureAnalysis(
        Objects.requireNonNullElse(cause.getMessage(), "No embedded PostgreSQL."),
        cause.action(),
        cause);
  }
}
