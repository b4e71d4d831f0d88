package io.tierhub.workflow;

import io.tierhub.account.PersonalData;
import io.tierhub.account.TierAccount;
import io.tierhub.account.TierAccountId;
import io.tierhub.account.TierAccounts.Holder;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.DomainEvent;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.tieraccountrequest.TierAccountRequest;
import io.tierhub.tieraccountrequest.TierAccountRequestStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the feed is told of tier accounts and their requests: ids, states and member names only. */
final class AccountEvents {

  private AccountEvents() {}

  static DomainEvent opened(TierAccount account, Actor actor) {
    return of("tier_account.created", account, actor, account.updated().at(), Map.of("version", 1));
  }

  static DomainEvent changed(TierAccount account, Actor actor, Collection<String> members) {
    return of(
        "tier_account.changed",
        account,
        actor,
        account.updated().at(),
        Map.of("version", account.version(), "changed", List.copyOf(members)));
  }

  static DomainEvent decommissioned(TierAccount account, Actor actor, Instant at) {
    return of(
        "tier_account.decommissioned", account, actor, at, Map.of("version", account.version()));
  }

  static DomainEvent erased(
      TierAccountId id, PersonalData.Subject subject, Actor actor, Instant at) {
    return new DomainEvent(
        "tier_account.erased",
        id.value(),
        subject.realm().owner(),
        null,
        null,
        subject.realm().environment(),
        at,
        actor.user(),
        actor.trace(),
        Map.of("version", subject.version()));
  }

  static DomainEvent raised(TierAccountRequest request, Actor actor) {
    TierAccountRequest.Snapshot kept = request.snapshot();
    return of(
        request,
        "tier_account_request.created",
        actor,
        kept.created().at(),
        Map.of(
            "to",
            Lifecycle.wire(kept.status()),
            "account",
            kept.account().value(),
            "version",
            kept.version()));
  }

  static DomainEvent decided(
      TierAccountRequest request, TierAccountRequestStatus from, Actor actor, Instant at) {
    return of(
        request,
        "tier_account_request." + Lifecycle.wire(request.status()),
        actor,
        at,
        Map.of("from", Lifecycle.wire(from), "to", Lifecycle.wire(request.status())));
  }

  /** For a refusal's {@code params}. */
  static List<Map<String, String>> describe(List<Holder> holders) {
    return holders.stream().map(AccountEvents::describe).toList();
  }

  private static Map<String, String> describe(Holder holder) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("kind", holder.kind());
    facts.put("id", holder.id());
    return facts;
  }

  private static DomainEvent of(
      String type, TierAccount account, Actor actor, Instant at, Map<String, Object> data) {
    return new DomainEvent(
        type,
        account.id().value(),
        account.realm().owner(),
        null,
        null,
        account.realm().environment(),
        at,
        actor.user(),
        actor.trace(),
        data);
  }

  private static DomainEvent of(
      TierAccountRequest request, String type, Actor actor, Instant at, Map<String, Object> data) {
    return new DomainEvent(
        type,
        request.id().value(),
        request.provider(),
        request.vendor(),
        request.product().value(),
        request.environment(),
        at,
        actor.user(),
        actor.trace(),
        data);
  }
}
