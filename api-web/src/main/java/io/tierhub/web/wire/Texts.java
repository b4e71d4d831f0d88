package io.tierhub.web.wire;

import java.util.Set;

/** What texts are when people look at them. */
final class Texts {

  /** Letters and symbols of Unicode that show nothing, beside those that are formats or spaces. */
  private static final Set<Integer> EMPTY_SIGNS = Set.of(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0);

  private Texts() {}

  /** Whether nothing of it can be seen, as of a no-break space or a byte order mark. */
  static boolean isInvisible(String text) {
    return text.codePoints().allMatch(Texts::isInvisible);
  }

  private static boolean isInvisible(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || EMPTY_SIGNS.contains(c);
  }
}
