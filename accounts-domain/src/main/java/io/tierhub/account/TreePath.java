package io.tierhub.account;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an account hangs: the accounts from the root down to it, itself last. Kept as text so that
 * "everything below" is one range of an index and "the chain above" is read without asking anybody.
 *
 * @param steps each the digits of an id; levels count from the root, which is level 0
 */
public record TreePath(List<String> steps) {

  public static final int DEEPEST_LEVEL = 19;
  private static final String SEPARATOR = "/";

  public TreePath {
    steps = List.copyOf(steps);
  }

  public static TreePath ofRoot(TierAccountId id) {
    return new TreePath(List.of(id.digits()));
  }

  public static TreePath parse(String text) {
    return new TreePath(List.of(text.substring(0, text.length() - 1).split(SEPARATOR, -1)));
  }

  public TreePath child(TierAccountId id) {
    List<String> longer = new ArrayList<>(steps);
    longer.add(id.digits());
    return new TreePath(longer);
  }

  public int level() {
    return steps.size() - 1;
  }

  public TierAccountId root() {
    return id(steps.getFirst());
  }

  /** From the root down to the account itself. */
  public List<TierAccountId> chain() {
    return steps.stream().map(TreePath::id).toList();
  }

  public boolean contains(TierAccountId id) {
    return steps.contains(id.digits());
  }

  /**
   * Every step ends with the separator, so that one account's path is never another's beginning.
   */
  public String text() {
    return String.join(SEPARATOR, steps) + SEPARATOR;
  }

  private static TierAccountId id(String digits) {
    return new TierAccountId("TA-" + digits);
  }

  @Override
  public String toString() {
    return String.join(" > ", chain().stream().map(TierAccountId::value).toList());
  }
}
