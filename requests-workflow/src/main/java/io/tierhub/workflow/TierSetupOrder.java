package io.tierhub.workflow;

import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ProductId;
import io.tierhub.parameter.SubmittedValue;
import io.tierhub.partner.MarketplaceId;
import io.tierhub.tierconfig.TierLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a distributor wants set up for a reseller.
 *
 * @param connection the only one that leads to the product when absent
 * @param marketplace the only one of the connection's hub, or none, when absent
 * @param parentAccount the tier 2 above a tier 1
 * @param draft whether it wants to put the request together first
 */
public record TierSetupOrder(
    ProductId product,
    @Nullable ConnectionId connection,
    @Nullable MarketplaceId marketplace,
    TierLevel level,
    TierChoice account,
    TierChoice parentAccount,
    List<SubmittedValue> values,
    boolean draft) {}
