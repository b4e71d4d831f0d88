package io.tierhub.web.rql;

import io.tierhub.query.Field;
import io.tierhub.query.Filter;
import io.tierhub.query.Filter.Anchor;
import io.tierhub.query.Filter.Like;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pattern of {@code like} and {@code ilike}: {@code *} stands for any text, {@code \*} for a
 * star, {@code \\} for a backslash (wire-format §1.4).
 *
 * <p>Connect's engine turns stars in the middle into a regular expression. Here only one of them is
 * read, between a beginning and an end ({@code M*w}, which the JavaScript SDK writes), because the
 * anchors of {@link Like} can say that much exactly.
 */
final class LikePattern {

  static final String RULE =
      "a pattern has '*' at its start, at its end, at both, or once in between;"
          + " a star itself is written '\\*'";

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

  /** Null where the pattern has more stars than can be searched for. */
  static @Nullable Filter filter(Field field, String pattern, boolean caseSensitive) {
    List<String> pieces = pieces(pattern);
    String first = pieces.getFirst();
    String last = pieces.getLast();
    boolean open = first.isEmpty() && last.isEmpty();
    return switch (pieces.size()) {
      case 1 -> new Like(field, Anchor.WHOLE, first, caseSensitive);
      case 2 -> {
        if (open) {
          yield new Like(field, Anchor.ANYWHERE, "", caseSensitive);
        }
        if (first.isEmpty()) {
          yield new Like(field, Anchor.END, last, caseSensitive);
        }
        yield last.isEmpty()
            ? new Like(field, Anchor.START, first, caseSensitive)
            : bothEnds(field, first, last, caseSensitive);
      }
      case 3 ->
          open && !pieces.get(1).isEmpty()
              ? new Like(field, Anchor.ANYWHERE, pieces.get(1), caseSensitive)
              : null;
      default -> null;
    };
  }

  /**
   * {@code start*end}. Texts in which the two overlap begin and end rightly and yet are too short
   * to match ({@code aba} for {@code ab*ba}); there are only so many, so they are excluded by name.
   */
  private static @Nullable Filter bothEnds(
      Field field, String start, String end, boolean caseSensitive) {
    if (start.length() + end.length() > Limits.SPLIT_PATTERN) {
      return null;
    }
    List<Filter> tooShort = new ArrayList<>();
    for (int shared = 1; shared <= Math.min(start.length(), end.length()); shared++) {
      if (start.regionMatches(!caseSensitive, start.length() - shared, end, 0, shared)) {
        String overlapping = start + end.substring(shared);
        tooShort.add(new Like(field, Anchor.WHOLE, overlapping, caseSensitive));
      }
    }
    List<Filter> all = new ArrayList<>();
    all.add(new Like(field, Anchor.START, start, caseSensitive));
    all.add(new Like(field, Anchor.END, end, caseSensitive));
    if (!tooShort.isEmpty()) {
      all.add(new Filter.Not(Filter.any(tooShort)));
    }
    return Filter.all(all);
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
