package io.tierhub.workflow;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.DomainEvent;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.IdKind;
import io.tierhub.kernel.Ids;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Prefixed;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Stamp;
import io.tierhub.partner.Hub;
import io.tierhub.partner.HubId;
import io.tierhub.partner.HubRegister;
import io.tierhub.partner.Hubs;
import io.tierhub.partner.Marketplace;
import io.tierhub.partner.MarketplaceId;
import io.tierhub.partner.Marketplaces;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens and changes hubs and marketplaces: distributors their own. They are never removed. */
@Service
public class ManageHubs {

  private final HubRegister register;
  private final Hubs hubs;
  private final Marketplaces marketplaces;
  private final Ids ids;
  private final Outbox outbox;
  private final Clock clock;

  ManageHubs(
      HubRegister register,
      Hubs hubs,
      Marketplaces marketplaces,
      Ids ids,
      Outbox outbox,
      Clock clock) {
    this.register = register;
    this.hubs = hubs;
    this.marketplaces = marketplaces;
    this.ids = ids;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * @param wanted asked for only once it is known that the actor may open hubs
   */
  @Transactional
  public HubId openHub(Actor actor, Supplier<Hub.Profile> wanted) {
    requireDistributor(actor, "hubs");
    Hub.Profile profile = wanted.get();
    HubId id = new HubId(ids.next(IdKind.HUB));
    register.add(Hub.open(id, actor.account(), profile, stamp(actor)));
    tell("hub.created", id, actor);
    return id;
  }

  /**
   * @param edit makes the new profile out of the current one
   */
  @Transactional
  public HubId changeHub(Actor actor, HubId id, Function<Hub.Profile, Hub.Profile> edit) {
    Hub hub = register.lock(actor, id).orElseThrow(() -> Refused.notFound(id));
    requireOwner(actor, hub.owner(), id);
    Hub.Profile before = hub.snapshot().profile();
    Hub.Profile to = edit.apply(before);
    if (to.equals(before)) {
      return id;
    }
    hub.describe(to, stamp(actor));
    register.save(hub);
    tell("hub.changed", id, actor);
    return id;
  }

  /**
   * @param wanted asked for only once it is known that the actor may open marketplaces
   */
  @Transactional
  public MarketplaceId openMarketplace(Actor actor, Supplier<Marketplace.Profile> wanted) {
    requireDistributor(actor, "marketplaces");
    Marketplace.Profile profile = wanted.get();
    requireOwnHubs(actor, profile.outlets());
    MarketplaceId id = new MarketplaceId(ids.next(IdKind.MARKETPLACE));
    marketplaces.add(Marketplace.open(id, actor.account(), profile, stamp(actor)));
    tell("marketplace.created", id, actor);
    return id;
  }

  /**
   * @param edit makes the new profile out of the current one
   */
  @Transactional
  public MarketplaceId changeMarketplace(
      Actor actor, MarketplaceId id, Function<Marketplace.Snapshot, Marketplace.Profile> edit) {
    Marketplace marketplace = marketplaces.lock(actor, id).orElseThrow(() -> Refused.notFound(id));
    requireOwner(actor, marketplace.owner(), id);
    Marketplace.Snapshot before = marketplace.snapshot();
    Marketplace.Profile to = edit.apply(before);
    if (to.equals(before.profile())) {
      return id;
    }
    requireOwnHubs(actor, to.outlets());
    marketplace.describe(to, stamp(actor));
    marketplaces.save(marketplace);
    tell("marketplace.changed", id, actor);
    return id;
  }

  private void requireOwnHubs(Actor actor, List<Marketplace.Outlet> outlets) {
    Faults faults = new Faults();
    Set<HubId> seen = new HashSet<>();
    for (int i = 0; i < outlets.size(); i++) {
      HubId hub = outlets.get(i).hub();
      String pointer = "/hubs/" + i + "/hub/id";
      if (!seen.add(hub)) {
        faults.add(Refusal.INVALID, pointer, "The hub " + hub + " is named twice.");
      } else if (hubs.ownerOf(hub).filter(actor::is).isEmpty()) {
        faults.add(Refusal.INVALID, pointer, "There is no hub " + hub + " of yours.");
      }
    }
    faults.refuseIfAny();
  }

  private static void requireDistributor(Actor actor, String what) {
    if (actor.role() != Role.DISTRIBUTOR) {
      throw Refused.because(Refusal.FORBIDDEN, "Only distributors have " + what + ".");
    }
  }

  private static void requireOwner(Actor actor, PartnerId owner, Prefixed id) {
    if (!actor.is(owner)) {
      throw Refused.because(
          Refusal.FORBIDDEN, "Only its distributor may change " + id.value() + ".");
    }
  }

  private Stamp stamp(Actor actor) {
    return new Stamp(clock.instant(), actor.user());
  }

  private void tell(String what, Prefixed subject, Actor actor) {
    outbox.append(
        new DomainEvent(
            what,
            subject.value(),
            actor.account(),
            null,
            null,
            actor.environment(),
            clock.instant(),
            actor.user(),
            actor.trace(),
            Map.of()));
  }
}
