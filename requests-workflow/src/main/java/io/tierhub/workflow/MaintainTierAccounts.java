package io.tierhub.workflow;

import io.tierhub.account.AccountProfile;
import io.tierhub.account.TierAccount;
import io.tierhub.account.TierAccountId;
import io.tierhub.account.TierAccounts;
import io.tierhub.account.TierAccounts.Holder;
import io.tierhub.account.TreePath;
import io.tierhub.account.TreePlacement;
import io.tierhub.account.Trees;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.tieraccountrequest.TierAccountRequestId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes, moves and decommissions tier accounts (design §4.1 to §4.4). */
@Service
public class MaintainTierAccounts {

  private final TierAccounts accounts;
  private final Trees trees;
  private final RaiseAccountRequests raise;
  private final Outbox outbox;
  private final Clock clock;

  MaintainTierAccounts(
      TierAccounts accounts, Trees trees, RaiseAccountRequests raise, Outbox outbox, Clock clock) {
    this.accounts = accounts;
    this.trees = trees;
    this.raise = raise;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Applies an edit at once and raises one account request per product in use. An edit that changes
   * nothing makes no version and raises nothing.
   */
  @Transactional
  public AccountChange change(Actor actor, TierAccountId id, AccountEdit edit) {
    TierAccount before = accounts.peek(id).orElseThrow(() -> Refused.notFound(id));
    requireOwner(actor, before);
    AccountProfile intended = edit.applyTo(before.snapshot());
    if (changesTree(intended, before.profile())) {
      holdTrees(id, intended);
    }
    TierAccount account = accounts.lock(id).orElseThrow(() -> Refused.notFound(id));
    AccountProfile profile = edit.applyTo(account.snapshot());
    if (changesTree(profile, account.profile()) && !changesTree(intended, before.profile())) {
      // Somebody moved it between the two looks, and the edit moves it back.
      holdTrees(id, profile);
    }
    Faults faults = new Faults();
    faults.check(() -> requireTypeMayChange(account, profile));
    faults.check(() -> requireUnused(account, profile));
    faults.check(
        () -> TierAccount.requireParent(profile.type(), profile.parent() != null, "/parent"));
    Move move = move(account, profile, faults);
    faults.refuseIfAny();
    if (move != null) {
      trees.move(move.from(), move.to());
    }
    Set<String> changed = account.change(profile, clock.instant(), actor.user());
    if (changed.isEmpty()) {
      return new AccountChange(id, changed, List.of());
    }
    accounts.save(account);
    outbox.append(AccountEvents.changed(account, actor, changed));
    List<TierAccountRequestId> raised = raise.forChangeOf(account, actor);
    return new AccountChange(id, changed, raised);
  }

  /**
   * Ends the account's life.
   *
   * @throws Refused with {@link Refusal#ACCOUNT_HELD} and the list of what holds it
   */
  @Transactional
  public void decommission(Actor actor, TierAccountId id) {
    requireOwner(actor, accounts.peek(id).orElseThrow(() -> Refused.notFound(id)));
    trees.holdAlone(List.of(id));
    TierAccount account = accounts.lock(id).orElseThrow(() -> Refused.notFound(id));
    List<Holder> holders = accounts.holders(id);
    if (!holders.isEmpty()) {
      throw Refused.because(
              Refusal.ACCOUNT_HELD,
              "%s cannot be decommissioned: %s."
                  .formatted(
                      id,
                      holders.stream()
                          .map(h -> h.kind() + " " + h.id())
                          .collect(Collectors.joining(", "))))
          .with(Map.of("held_by", AccountEvents.describe(holders)));
    }
    Instant now = clock.instant();
    account.decommission(now, actor.user());
    accounts.save(account);
    outbox.append(AccountEvents.decommissioned(account, actor, now));
  }

  /** Children that are being opened rest on where and what their parent is. */
  private static boolean changesTree(AccountProfile to, AccountProfile from) {
    return !Objects.equals(to.parent(), from.parent()) || to.type() != from.type();
  }

  private void holdTrees(TierAccountId id, AccountProfile profile) {
    trees.holdAlone(profile.parent() == null ? List.of(id) : List.of(id, profile.parent()));
  }

  private void requireOwner(Actor actor, TierAccount account) {
    if (actor.is(account.realm().owner()) && actor.environment() == account.realm().environment()) {
      return;
    }
    if (!accounts.isVisible(actor, account.id())) {
      throw Refused.notFound(account.id());
    }
    String who = actor.role() == Role.OPS ? "Ops reads only" : "Only its owner may change it";
    throw Refused.because(
        Refusal.FORBIDDEN, "%s: %s belongs to somebody else.".formatted(who, account.id()));
  }

  private void requireTypeMayChange(TierAccount account, AccountProfile profile) {
    if (profile.type() == account.profile().type()) {
      return;
    }
    List<Holder> holders = new ArrayList<>(accounts.holders(account.id()));
    holders.addAll(accounts.configurations(account.id()));
    if (!holders.isEmpty()) {
      throw Refused.at(
              Refusal.ACCOUNT_TYPE_IN_USE,
              "/type",
              "The type of an account with children, assets or configurations cannot change.")
          .with(Map.of("held_by", AccountEvents.describe(holders)));
    }
  }

  private void requireUnused(TierAccount account, AccountProfile profile) {
    if (!profile.externalUid().equals(account.profile().externalUid())) {
      ExternalUids.requireUnused(accounts, account.realm(), profile.externalUid(), "");
    }
  }

  /** Where the account goes, if it goes anywhere and may. */
  private @Nullable Move move(TierAccount account, AccountProfile profile, Faults faults) {
    TierAccountId parentId = profile.parent();
    if (Objects.equals(parentId, account.profile().parent())) {
      return null;
    }
    TreePath from = trees.pathOf(account.id()).orElseThrow(() -> Refused.notFound(account.id()));
    if (parentId == null) {
      return new Move(from, TreePath.ofRoot(account.id()));
    }
    TreePlacement.Parent parent = trees.holdParents(List.of(parentId)).get(parentId);
    if (parent == null || !parent.realm().owner().equals(account.realm().owner())) {
      faults.add(
          Refusal.PARENT_NOT_FOUND, "/parent/id", "There is no account " + parentId + " of yours.");
      return null;
    }
    faults.check(() ->
        TreePlacement.requireFits(
            account.realm(), from, trees.heightBelow(from), parent, "/parent/id"));
    return new Move(from, parent.path().child(account.id()));
  }

  /** From one place in the trees to another, with all that is below. */
  private record Move(TreePath from, TreePath to) {}
}
