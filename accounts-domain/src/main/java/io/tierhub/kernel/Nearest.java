package io.tierhub.kernel;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which name was probably meant by one that there is not. */
public final class Nearest {

  /** What is longer was not a slip of the keyboard, and costs too much to compare. */
  private static final int LONGEST_SLIP = 100;

  private Nearest() {}

  public static Optional<String> to(String unknown, Collection<String> real) {
    if (unknown.length() > LONGEST_SLIP) {
      return Optional.empty();
    }
    @Nullable String nearest = null;
    int best = Math.max(2, unknown.length() / 3) + 1;
    for (String name : real) {
      int distance = distance(unknown, name);
      if (distance < best && distance < unknown.length()) {
        best = distance;
        nearest = name;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Levenshtein's: how many characters to insert, to delete or to replace. */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
        int changed = Math.min(above[column], current[column - 1]) + 1;
        current[column] = Math.min(replaced, changed);
      }
      above = current;
    }
    return above[to.length()];
  }
}
