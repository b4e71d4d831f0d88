package io.tierhub.kernel;

import java.util.regex.Pattern;

/** An id as the wire writes it: a prefix, then groups of digits (wire-format §1.1). */
public interface Prefixed {

  String value();

  /**
   * Refuses a text that is not an id of that kind. Only the shape is looked at, so that legacy ids
   * with more groups pass.
   */
  static void require(String prefix, String value) {
    if (!looksLike(prefix, value)) {
      throw new IllegalArgumentException("not an id of the form " + prefix + "-…: " + value);
    }
  }

  static boolean looksLike(String prefix, String value) {
    return value.length() <= MAX_LENGTH
        && value.startsWith(prefix)
        && DIGIT_GROUPS.matcher(value).region(prefix.length(), value.length()).matches();
  }

  int MAX_LENGTH = 40;

  Pattern DIGIT_GROUPS = Pattern.compile("(?:-[0-9]+)++");
}
