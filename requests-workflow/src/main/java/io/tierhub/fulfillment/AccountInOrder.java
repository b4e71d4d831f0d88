package io.tierhub.fulfillment;

import io.tierhub.account.AccountType;
import io.tierhub.account.TierAccountId;
import io.tierhub.partner.HubId;
import org.jspecify.annotations.Nullable;

/** A tier account, as far as orders need it. */
public record AccountInOrder(
    TierAccountId id, AccountType type, @Nullable HubId hub, @Nullable TierAccountId parent) {}
