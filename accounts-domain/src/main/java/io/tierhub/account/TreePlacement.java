package io.tierhub.account;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account may hang where it is to hang (design §4.1). Judged under the lock of the trees
 * concerned, so that what is judged is still so when it is written.
 */
public final class TreePlacement {

  private TreePlacement() {}

  /** What must be known of a parent. */
  public record Parent(TierAccountId id, AccountType type, Realm realm, TreePath path) {}

  /**
   * @param pointer where the caller named the parent
   * @throws Refused with the reason's own code, naming the path
   */
  public static void requireFits(
      Realm child, @Nullable TreePath childPath, int height, Parent parent, String pointer) {
    if (childPath != null && parent.path().text().startsWith(childPath.text())) {
      throw Refused.at(
          Refusal.CYCLE_IN_TREE,
          pointer,
          "An account cannot be below itself: the parent's path is " + parent.path() + ".");
    }
    if (parent.type() != AccountType.RESELLER) {
      throw Refused.at(
          Refusal.PARENT_NOT_RESELLER,
          pointer,
          "Only a reseller can be a parent, and %s is a customer (%s)."
              .formatted(parent.id(), parent.path()));
    }
    if (!parent.realm().equals(child)) {
      throw Refused.at(
          Refusal.PARENT_OF_OTHER_REALM,
          pointer,
          "Parent and child must share owner, hub and environment; the parent %s is of %s."
              .formatted(parent.id(), describe(parent.realm())));
    }
    int deepest = parent.path().level() + 1 + height;
    if (deepest > TreePath.DEEPEST_LEVEL) {
      throw Refused.at(
          Refusal.TREE_TOO_DEEP,
          pointer,
          "A tree may have %d levels; this would make %d, below %s."
              .formatted(TreePath.DEEPEST_LEVEL + 1, deepest + 1, parent.path()));
    }
  }

  private static String describe(Realm realm) {
    String hub = realm.hub() == null ? "no hub" : "hub " + realm.hub();
    return "%s, %s, %s".formatted(realm.owner(), hub, realm.environment().wire());
  }
}
