package io.tierhub.query;

import java.util.List;

/**
 * What {@code select(…)} asked for, in the client's own spelling. Which members there are is known
 * to the representation only, which refuses what it does not have.
 *
 * @param included members to be shown though they are hidden by default
 * @param excluded members to be left out
 */
public record Selection(List<Member> included, List<Member> excluded) {

  public static final Selection NONE = new Selection(List.of(), List.of());

  public Selection {
    included = List.copyOf(included);
    excluded = List.copyOf(excluded);
  }

  public boolean isNone() {
    return included.isEmpty() && excluded.isEmpty();
  }

  /**
   * A member of the representation.
   *
   * @param path dots between the names
   * @param at where it was named, counted from 1 in the decoded query string
   */
  public record Member(String path, int at) {

    /** {@code a__b} is read as {@code a.b}, as in filters. */
    public Member {
      path = path.replace("__", ".");
    }
  }
}
