package io.tierhub.kernel;

import java.util.Locale;
import java.util.Optional;

/** Keeps test data apart from the real: a token sees one environment only. */
public enum Environment {
  PRODUCTION,
  TEST,
  PREVIEW;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Environment> ofWire(String text) {
    for (Environment environment : values()) {
      if (environment.wire().equals(text)) {
        return Optional.of(environment);
      }
    }
    return Optional.empty();
  }
}
