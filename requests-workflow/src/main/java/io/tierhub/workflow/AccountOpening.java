package io.tierhub.workflow;

import io.tierhub.account.AccountType;
import io.tierhub.account.ContactInfo;
import io.tierhub.account.TierAccountId;
import io.tierhub.kernel.Environment;
import io.tierhub.partner.HubId;
import org.jspecify.annotations.Nullable;

/**
 * An account to be opened.
 *
 * @param externalUid made up when absent
 * @param parentIndex the place of the parent among the accounts opened together
 * @param hub the parent's when absent
 * @param environment the token's when absent
 * @param pointer where the caller wrote it, for faults: {@code ""} or {@code "/3"}
 */
public record AccountOpening(
    AccountType type,
    String name,
    @Nullable String externalId,
    @Nullable String externalUid,
    @Nullable String taxId,
    @Nullable TierAccountId parent,
    @Nullable Integer parentIndex,
    @Nullable HubId hub,
    @Nullable Environment environment,
    ContactInfo contactInfo,
    String pointer) {

  boolean namesParent() {
    return parent != null || parentIndex != null;
  }

  /** The same account below another of those that are opened together. */
  public AccountOpening below(int index) {
    return placed(type, null, index, hub);
  }

  /** The same account, as another kind and in another place. */
  AccountOpening placed(
      AccountType as,
      @Nullable TierAccountId below,
      @Nullable Integer belowIndex,
      @Nullable HubId of) {
    return new AccountOpening(
        as,
        name,
        externalId,
        externalUid,
        taxId,
        below,
        belowIndex,
        of,
        environment,
        contactInfo,
        pointer);
  }
}
