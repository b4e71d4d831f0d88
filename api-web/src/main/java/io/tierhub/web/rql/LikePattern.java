package io.tierhub.web.rql;

import io.tierhub.query.Field;
import io.tierhub.query.Filter;
import io.tierhub.query.Filter.Like;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pattern of {@code like} and {@code ilike}: {@code *} stands for any text, {@code \*} for a
 * star, {@code \\} for a backslash (wire-format §1.4).
 */
final class LikePattern {

  static final String RULE =
      "no two stars of a pattern stand together; a star itself is written '\\*'";

  private LikePattern() {}

  /** The same pattern with stars where there is none yet. */
  static String widened(String pattern, boolean before, boolean after) {
    if (pattern.isEmpty()) {
      return before || after ? "*" : "";
    }
    StringBuilder wide = new StringBuilder();
    if (before && !pattern.startsWith("*")) {
      wide.append('*');
    }
    wide.append(pattern);
    if (after && !endsInStar(pattern)) {
      wide.append('*');
    }
    return wide.toString();
  }

  /** Null where two stars stand together, which Connect refuses too. */
  static @Nullable Filter filter(Field field, String pattern, boolean caseSensitive) {
    List<String> pieces = pieces(pattern);
    boolean starsTogether = pieces.size() > 2 && pieces.subList(1, pieces.size() - 1).contains("");
    return starsTogether ? null : new Like(field, pieces, caseSensitive);
  }

  /** The literal texts around the stars, one more than there are stars. */
  private static List<String> pieces(String pattern) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int at = 0; at < pattern.length(); at++) {
      char c = pattern.charAt(at);
      if (c == '*') {
        pieces.add(piece.toString());
        piece.setLength(0);
      } else if (c == '\\' && at + 1 < pattern.length() && isEscapable(pattern.charAt(at + 1))) {
        at++;
        piece.append(pattern.charAt(at));
      } else {
        piece.append(c);
      }
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private static boolean isEscapable(char c) {
    return c == '*' || c == '\\';
  }

  /** An even number of backslashes before the last star are backslashes, an odd one escapes it. */
  private static boolean endsInStar(String pattern) {
    int before = pattern.length() - 2;
    while (before >= 0 && pattern.charAt(before) == '\\') {
      before--;
    }
    boolean escaped = (pattern.length() - before) % 2 == 1;
    return pattern.endsWith("*") && !escaped;
  }
}
