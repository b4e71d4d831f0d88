package io.tierhub.workflow;

import io.tierhub.account.AccountProfile;
import io.tierhub.account.TierAccount;

/**
 * What a caller wants changed, applied to the account as it is under its lock, so that members the
 * caller did not name keep what somebody else just gave them.
 */
@FunctionalInterface
public interface AccountEdit {

  /**
   * @throws io.tierhub.kernel.Refused naming every fault of the result
   */
  AccountProfile applyTo(TierAccount.Snapshot current);
}
