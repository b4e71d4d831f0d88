package io.tierhub.parameter;

/** Characters, counted and looked at as people do. */
final class Texts {

  private Texts() {}

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * Whether it has what no text has: NUL, other control characters, halves of characters, and what
   * makes letters run backwards, by which a text is read as another one.
   */
  static boolean isStrange(String text) {
    return text.codePoints()
        .anyMatch(c ->
            Character.getType(c) == Character.SURROGATE
                || c == 0x202D
                || c == 0x202E
                || (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'));
  }

  /** Letters, digits, {@code _} and {@code -}, as names of parameters are (wire-format §7). */
  static boolean isName(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> isLetterOrDigit(c) || c == '_' || c == '-');
  }

  static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
