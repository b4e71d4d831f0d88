package io.tierhub.account;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Where the accounts hang. Whoever adds below an account holds its tree shared, whoever moves one
 * holds both trees alone: so paths stand still while they are read and judged.
 */
public interface Trees {

  Optional<TreePath> pathOf(TierAccountId id);

  /** Others may add to the trees of these accounts, nobody may move in them, until the end. */
  void holdShared(Collection<TierAccountId> accounts);

  /** Nobody else adds to or moves in the trees of these accounts until the transaction ends. */
  void holdAlone(Collection<TierAccountId> accounts);

  /**
   * Holds the trees of these accounts shared, and finds those of them that live, with their places.
   * They stay what they are until the transaction ends.
   */
  Map<TierAccountId, TreePlacement.Parent> holdParents(Collection<TierAccountId> accounts);

  /** Where new accounts hang. */
  void placeAll(Map<TierAccountId, TreePath> paths);

  /** How many levels are below the account. */
  int heightBelow(TreePath path);

  /** Moves the account with everything below it. */
  void move(TreePath from, TreePath to);
}
