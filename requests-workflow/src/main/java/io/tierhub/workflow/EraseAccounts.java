package io.tierhub.workflow;

import io.tierhub.account.PersonalData;
import io.tierhub.account.TierAccountId;
import io.tierhub.account.TierAccounts;
import io.tierhub.account.TierAccounts.Holder;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Erases the personal data of accounts that were decommissioned. */
@Service
public class EraseAccounts {

  private static final Logger LOG = LoggerFactory.getLogger(EraseAccounts.class);

  private final PersonalData data;
  private final TierAccounts accounts;
  private final Outbox outbox;
  private final Clock clock;

  EraseAccounts(PersonalData data, TierAccounts accounts, Outbox outbox, Clock clock) {
    this.data = data;
    this.accounts = accounts;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Erases, or does nothing if that was done before.
   *
   * @throws Refused with {@link Refusal#ACCOUNT_LIVES} and the list of what holds it, if anything
   */
  @Transactional
  public Erasure erase(Actor actor, TierAccountId id) {
    PersonalData.Subject subject = data.lock(id).orElseThrow(() -> Refused.notFound(id));
    requireOwner(actor, id, subject);
    if (subject.living()) {
      List<Holder> holders = accounts.holders(id);
      throw Refused.because(
              Refusal.ACCOUNT_LIVES,
              holders.isEmpty()
                  ? id + " is not decommissioned: decommission it first."
                  : id + " is not decommissioned, and held by " + holders.size() + " others.")
          .with(Map.of("held_by", AccountEvents.describe(holders)));
    }
    if (subject.erased() != null) {
      return new Erasure(id, subject.erased(), Map.of());
    }
    Instant now = clock.instant();
    Map<String, Integer> erased = data.erase(id, now);
    outbox.append(AccountEvents.erased(id, subject, actor, now));
    LOG.info("{} erased by {}", id, actor.user().id());
    return new Erasure(id, now, erased);
  }

  private void requireOwner(Actor actor, TierAccountId id, PersonalData.Subject subject) {
    boolean here = actor.environment() == subject.realm().environment();
    if (here && actor.is(subject.realm().owner())) {
      return;
    }
    if (here && actor.role() == Role.OPS || accounts.isVisible(actor, id)) {
      throw Refused.because(Refusal.FORBIDDEN, "Only its owner may erase " + id + ".");
    }
    throw Refused.notFound(id);
  }

  /**
   * What was erased when.
   *
   * @param erased from how much of each kind; nothing if it was erased before
   */
  public record Erasure(TierAccountId account, Instant at, Map<String, Integer> erased) {}
}
