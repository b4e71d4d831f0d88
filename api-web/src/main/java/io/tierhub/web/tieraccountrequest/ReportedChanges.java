package io.tierhub.web.tieraccountrequest;

import io.tierhub.account.TierAccountId;
import io.tierhub.account.TierAccounts;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Prefixed;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.web.account.ProfilePatch;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.Forms;
import io.tierhub.workflow.AccountChange;
import io.tierhub.workflow.MaintainTierAccounts;
import org.springframework.stereotype.Component;

/** A change that a distributor reports: {@code {"account": {"id" or "external_uid", …}}}. */
@Component
class ReportedChanges {

  private final TierAccounts accounts;
  private final MaintainTierAccounts maintain;

  ReportedChanges(TierAccounts accounts, MaintainTierAccounts maintain) {
    this.accounts = accounts;
    this.maintain = maintain;
  }

  AccountChange apply(Actor actor, Body body) {
    if (actor.role() != Role.DISTRIBUTOR) {
      throw Refused.because(Refusal.FORBIDDEN, "Only a distributor reports account changes.");
    }
    Body account = accountOf(body);
    TierAccountId id = named(actor, account);
    AccountChange change;
    try {
      change = maintain.change(actor, id, new ProfilePatch(account));
    } catch (Refused refused) {
      throw refused.below("/account");
    }
    if (change.changed().isEmpty()) {
      // Connect's code: its distributors' clients look for it (wire-format §1.2).
      throw Refused.because(
          Refusal.TAR_NOTHING_CHANGED, "Nothing changed in the tier account " + id + ".");
    }
    return change;
  }

  private static Body accountOf(Body body) {
    String type = body.as(ReportForm.class).type();
    Faults faults = new Faults();
    if (type != null && !type.equals("update")) {
      faults.add(Refusal.INVALID, "/type", "The only type is update.");
    }
    Body account = body.member("account").orElse(null);
    if (account == null) {
      faults.add(
          Refusal.INVALID,
          "/account",
          body.lacks("account") ? "This field is required." : "Expected an object.");
    }
    faults.refuseIfAny();
    return Forms.given(account);
  }

  private TierAccountId named(Actor actor, Body account) {
    return account
        .text("id")
        .map(text -> {
          if (!Prefixed.looksLike("TA", text)) {
            throw Refused.notFound(text);
          }
          return new TierAccountId(text);
        })
        .or(() -> account.text("external_uid").map(uid -> byExternalUid(actor, uid)))
        .orElseThrow(() ->
            Refused.at(Refusal.INVALID, "/account/id", "Name the account by id or external_uid."));
  }

  private TierAccountId byExternalUid(Actor actor, String uid) {
    return accounts
        .byExternalUid(actor.account(), actor.environment(), uid)
        .orElseThrow(() -> Refused.notFound(uid));
  }
}
