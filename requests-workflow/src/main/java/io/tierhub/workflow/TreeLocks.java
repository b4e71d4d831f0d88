package io.tierhub.workflow;

import io.tierhub.account.TierAccountId;
import io.tierhub.account.TreePath;
import io.tierhub.account.Trees;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes the locks of trees. Which tree an account is in may change while one waits for the lock, so
 * it is asked again afterwards, until what is locked is what was wanted.
 */
@Component
class TreeLocks {

  private final Trees trees;

  TreeLocks(Trees trees) {
    this.trees = trees;
  }

  /** Nobody else moves or adds in the trees of these accounts until the transaction ends. */
  void aloneFor(TierAccountId account, @Nullable TierAccountId other) {
    lock(other == null ? List.of(account) : List.of(account, other), trees::lockAlone);
  }

  /** Nobody moves in the trees of these accounts until the transaction ends. */
  void sharedFor(Collection<TierAccountId> accounts) {
    lock(accounts, trees::lockShared);
  }

  private void lock(Collection<TierAccountId> accounts, Consumer<Set<TierAccountId>> how) {
    Set<TierAccountId> held = new HashSet<>();
    while (true) {
      Set<TierAccountId> wanted = new HashSet<>();
      accounts.forEach(id -> trees.pathOf(id).map(TreePath::root).ifPresent(wanted::add));
      wanted.removeAll(held);
      if (wanted.isEmpty()) {
        return;
      }
      how.accept(wanted);
      held.addAll(wanted);
    }
  }
}
