package io.tierhub.workflow;

import io.tierhub.account.Realm;
import io.tierhub.account.TierAccounts;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import java.util.Map;

/** An external uid is taken once among the living accounts of an owner (design §4.1). */
final class ExternalUids {

  private ExternalUids() {}

  /**
   * Two who take it at once both pass: the database lets one of them, and the other comes here
   * again.
   *
   * @throws Refused naming the account that has it
   */
  static void requireUnused(TierAccounts accounts, Realm realm, String uid, String pointer) {
    accounts
        .byExternalUid(realm.owner(), realm.environment(), uid)
        .ifPresent(existing -> {
          throw Refused.at(
                  Refusal.ACCOUNT_EXISTS,
                  pointer,
                  "The account " + existing + " has this external_uid already.")
              .with(Map.of("id", existing.value()));
        });
  }
}
