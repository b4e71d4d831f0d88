package io.tierhub.parameter;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value as it is kept: its text, and its tree if it is of a structured type. */
record Content(@Nullable String text, @Nullable Map<String, Object> tree) {

  static final Content NONE = new Content(null, null);

  static Content of(String text) {
    return new Content(text, null);
  }
}
