package io.tierhub.workflow;

import io.tierhub.account.Realm;
import io.tierhub.account.TierAccounts;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import java.util.Map;

/**
 * The uids of the living accounts of one owner in one environment (design §4.1). The database keeps
 * them unique; whoever looks first can say which account has a uid already.
 */
final class ExternalUids {

  private ExternalUids() {}

  /**
   * @param pointer where the caller wrote the account
   * @throws Refused with {@link Refusal#ACCOUNT_EXISTS}, naming the account that has it
   */
  static void requireUnused(TierAccounts accounts, Realm realm, String uid, String pointer) {
    accounts
        .byExternalUid(realm.owner(), realm.environment(), uid)
        .ifPresent(existing -> {
          throw Refused.at(
                  Refusal.ACCOUNT_EXISTS,
                  pointer + "/external_uid",
                  "The account " + existing + " has this external_uid already.")
              .with(Map.of("id", existing.value()));
        });
  }
}
