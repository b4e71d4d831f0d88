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
    requireTypeMayChange(account, profile);
    requireUidUnused(account, profile);
    place(account, profile);
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

  private void requireUidUnused(TierAccount account, AccountProfile profile) {
    String uid = profile.externalUid();
    if (!uid.equals(account.profile().externalUid())) {
      ExternalUids.requireUnused(accounts, account.realm(), uid, "/external_uid");
    }
  }

  private void place(TierAccount account, AccountProfile profile) {
    TierAccountId parentId = profile.parent();
    if (Objects.equals(parentId, account.profile().parent())) {
      return;
    }
    TreePath from = trees.pathOf(account.id()).orElseThrow(() -> Refused.notFound(account.id()));
    TreePath to;
    if (parentId == null) {
      to = TreePath.ofRoot(account.id());
    } else {
      TreePlacement.Parent parent =
          trees
              .holdParent(parentId)
              .filter(p -> p.realm().owner().equals(account.realm().owner()))
              .orElseThrow(() ->
                  Refused.at(
                      Refusal.PARENT_NOT_FOUND,
                      "/parent/id",
                      "There is no account " + parentId + " of yours."));
      TreePlacement.requireFits(
          account.realm(), from, trees.heightBelow(from), parent, "/parent/id");
      to = parent.path().child(account.id());
    }
    trees.move(from, to);
  }
}
