package io.tierhub.workflow;

import io.tierhub.account.AccountProfile;
import io.tierhub.account.Realm;
import io.tierhub.account.TierAccount;
import io.tierhub.account.TierAccountId;
import io.tierhub.account.TierAccounts;
import io.tierhub.account.TreePath;
import io.tierhub.account.TreePlacement;
import io.tierhub.account.Trees;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.IdKind;
import io.tierhub.kernel.Ids;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Stamp;
import io.tierhub.partner.HubId;
import io.tierhub.partner.Hubs;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens tier accounts, one or many whose parents are among them (design §4.1, §4.2). */
@Service
public class OpenTierAccounts {

  private final TierAccounts accounts;
  private final Trees trees;
  private final Hubs hubs;
  private final Ids ids;
  private final Outbox outbox;
  private final Clock clock;

  OpenTierAccounts(
      TierAccounts accounts, Trees trees, Hubs hubs, Ids ids, Outbox outbox, Clock clock) {
    this.accounts = accounts;
    this.trees = trees;
    this.hubs = hubs;
    this.ids = ids;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Opens all or none.
   *
   * @return the ids, in the order of the openings
   * @throws Refused naming every fault of every opening
   */
  @Transactional
  public List<TierAccountId> open(Actor actor, List<AccountOpening> openings) {
    requireMayOpen(actor);
    return new Batch(actor, openings).open();
  }

  /**
   * Says what is wrong with openings that will not be opened, because others beside them are wrong.
   *
   * @throws Refused naming every fault of every opening
   */
  @Transactional
  public void judge(Actor actor, List<AccountOpening> openings) {
    new Batch(actor, openings).judged();
  }

  /**
   * @throws Refused with {@link Refusal#FORBIDDEN}
   */
  public void requireMayOpen(Actor actor) {
    if (actor.role() == Role.OPS) {
      throw Refused.because(Refusal.FORBIDDEN, "Ops reads only: accounts belong to partners.");
    }
  }

  /** The openings of one call, while they are judged and placed. */
  private final class Batch {

    private final Actor actor;
    private final List<AccountOpening> openings;
    private final Faults faults = new Faults();
    private final Map<TierAccountId, TreePlacement.Parent> parents = new HashMap<>();
    private final TreePlacement.@Nullable Parent[] opened;
    private final TierAccount[] made;
    private final Set<String> uids = new HashSet<>();
    private final Stamp now;

    Batch(Actor actor, List<AccountOpening> openings) {
      this.actor = actor;
      this.openings = openings;
      this.opened = new TreePlacement.Parent[openings.size()];
      this.made = new TierAccount[openings.size()];
      holdParents();
      this.now = new Stamp(clock.instant(), actor.user());
    }

    private void holdParents() {
      Set<TierAccountId> named =
          openings.stream()
              .flatMap(opening -> Stream.ofNullable(opening.parent()))
              .collect(Collectors.toSet());
      parents.putAll(trees.holdParents(named));
      parents.values().removeIf(parent -> !isOfCaller(parent.realm()));
    }

    private boolean isOfCaller(Realm realm) {
      return actor.is(realm.owner()) && realm.environment() == actor.environment();
    }

    List<TierAccountId> open() {
      List<Integer> order = judged();
      accounts.addAll(order.stream().map(i -> made[i]).toList());
      Map<TierAccountId, TreePath> paths = new LinkedHashMap<>();
      for (int i : order) {
        TreePlacement.Parent placed = opened[i];
        if (placed != null) {
          paths.put(placed.id(), placed.path());
        }
        outbox.append(AccountEvents.opened(made[i], actor));
      }
      trees.placeAll(paths);
      return Arrays.stream(made).map(TierAccount::id).toList();
    }

    /** The openings in the order in which they can be made, if nothing is wrong with any. */
    List<Integer> judged() {
      List<Integer> order = parentsFirst();
      order.forEach(i -> faults.check(() -> judge(i)));
      faults.refuseIfAny();
      return order;
    }

    /** Parents before children; what hangs below itself or nowhere is a fault and left out. */
    private List<Integer> parentsFirst() {
      List<Integer> order = new ArrayList<>();
      Set<Integer> placed = new HashSet<>();
      boolean progress = true;
      while (progress) {
        progress = false;
        for (int i = 0; i < openings.size(); i++) {
          Integer above = openings.get(i).parentIndex();
          if (!placed.contains(i) && (above == null || placed.contains(above))) {
            placed.add(i);
            order.add(i);
            progress = true;
          }
        }
      }
      for (int i = 0; i < openings.size(); i++) {
        if (!placed.contains(i)) {
          faults.add(
              Refusal.PARENT_NOT_FOUND,
              openings.get(i).pointer() + "/parent/index",
              "This index leads to no account that can be opened: it is out of range, or the"
                  + " account would be below itself.");
        }
      }
      return order;
    }

    private void judge(int i) {
      AccountOpening opening = openings.get(i);
      Faults own = new Faults();
      TreePlacement.Parent parent = parent(opening, own);
      Realm realm = realm(opening, parent, own);
      TierAccountId id = new TierAccountId(ids.next(IdKind.TIER_ACCOUNT));
      String uid =
          opening.externalUid() == null ? UUID.randomUUID().toString() : opening.externalUid();
      own.check(() ->
          TierAccount.requireParent(
              opening.type(), opening.namesParent(), opening.pointer() + "/parent"));
      if (parent != null) {
        own.check(
            () -> TreePlacement.requireFits(realm, null, 0, parent, opening.pointer() + "/parent"));
      }
      own.check(() -> requireUnused(opening, realm, uid));
      AccountProfile profile =
          new AccountProfile(
              opening.type(),
              opening.name(),
              opening.externalId(),
              uid,
              opening.taxId(),
              parent == null ? null : parent.id(),
              opening.contactInfo());
      if (own.isEmpty()) {
        made[i] = TierAccount.open(id, realm, profile, now);
      }
      TreePath path = parent == null ? TreePath.ofRoot(id) : parent.path().child(id);
      opened[i] = new TreePlacement.Parent(id, opening.type(), realm, path);
      own.refuseIfAny();
    }

    private TreePlacement.@Nullable Parent parent(AccountOpening opening, Faults own) {
      if (opening.parentIndex() != null) {
        return opened[opening.parentIndex()];
      }
      TierAccountId id = opening.parent();
      if (id == null) {
        return null;
      }
      TreePlacement.Parent parent = parents.get(id);
      if (parent == null) {
        own.add(
            Refusal.PARENT_NOT_FOUND,
            opening.pointer() + "/parent/id",
            "There is no account " + id + " of yours.");
      }
      return parent;
    }

    private Realm realm(AccountOpening opening, TreePlacement.@Nullable Parent parent, Faults own) {
      if (opening.environment() != null && opening.environment() != actor.environment()) {
        own.add(
            Refusal.INVALID,
            opening.pointer() + "/environment",
            "This token works in the environment %s only.".formatted(actor.environment().wire()));
      }
      HubId hub = opening.hub();
      if (hub == null) {
        HubId inherited = parent == null ? null : parent.realm().hub();
        return new Realm(actor.account(), inherited, actor.environment());
      }
      boolean isOwn = hubs.ownerOf(hub).filter(actor::is).isPresent();
      if (!isOwn) {
        own.add(
            Refusal.INVALID,
            opening.pointer() + "/hub/id",
            "There is no hub " + hub + " of yours.");
      }
      return new Realm(actor.account(), hub, actor.environment());
    }

    private void requireUnused(AccountOpening opening, Realm realm, String uid) {
      if (!uids.add(uid)) {
        throw Refused.at(
            Refusal.ACCOUNT_EXISTS,
            opening.pointer() + "/external_uid",
            "Another account of this call has the same external_uid.");
      }
      if (opening.externalUid() != null) {
        ExternalUids.requireUnused(accounts, realm, uid, opening.pointer());
      }
    }
  }
}
