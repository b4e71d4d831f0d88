package io.tierhub.web.account;

import io.tierhub.kernel.Refused;
import io.tierhub.web.wire.Body;
import io.tierhub.workflow.AccountOpening;

/** An account that is sent within something else, such as a tier of an order. */
public final class InlineAccount {

  private InlineAccount() {}

  /**
   * @throws Refused naming every fault, with pointers that begin where the account stands
   */
  public static AccountOpening opening(Body.Element account) {
    return account.as(AccountForm.class).toOpening(account.pointer());
  }
}
