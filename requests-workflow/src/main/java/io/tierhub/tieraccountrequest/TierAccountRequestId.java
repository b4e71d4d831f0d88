package io.tierhub.tieraccountrequest;

import io.tierhub.account.TierAccountId;
import io.tierhub.kernel.Prefixed;

/** {@code TAR-<digits of the account>-<version − 1>-<running number>} (wire-format §1.1). */
public record TierAccountRequestId(String value) implements Prefixed {

  public TierAccountRequestId {
    Prefixed.require("TAR", value);
  }

  /**
   * @param version the account's version that the change made
   * @param running from 1, over the products of one change
   */
  static TierAccountRequestId of(TierAccountId account, int version, int running) {
    return new TierAccountRequestId(
        "TAR-%s-%03d-%03d".formatted(account.digits(), version - 1, running));
  }

  @Override
  public String toString() {
    return value;
  }
}
