package io.tierhub.workflow;

import io.tierhub.account.TierAccountId;
import io.tierhub.tieraccountrequest.TierAccountRequestId;
import java.util.List;
import java.util.Set;

/**
 * What a change did.
 *
 * @param changed the wire's names of the members that differ; empty if nothing did
 * @param raised the requests that tell the vendors
 */
public record AccountChange(
    TierAccountId account, Set<String> changed, List<TierAccountRequestId> raised) {}
