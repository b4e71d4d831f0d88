package io.tierhub.workflow;

import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ProductId;
import io.tierhub.fulfillment.Tier;
import io.tierhub.parameter.SubmittedValue;
import io.tierhub.partner.MarketplaceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a distributor wants to buy for a customer.
 *
 * @param connection the only one that leads to the product when absent
 * @param marketplace the only one of the connection's hub, or none, when absent
 * @param externalUid made up when absent
 * @param values of ordering parameters
 * @param draft whether it wants to put the order together first
 */
public record PurchaseOrder(
    ProductId product,
    @Nullable ConnectionId connection,
    @Nullable MarketplaceId marketplace,
    @Nullable String externalId,
    @Nullable String externalUid,
    List<OrderLine> lines,
    List<SubmittedValue> values,
    TierChoice customer,
    TierChoice tier1,
    TierChoice tier2,
    boolean draft) {

  WantedTiers tiers() {
    return new WantedTiers()
        .want(Tier.CUSTOMER, customer, Tier.CUSTOMER.pointer())
        .want(Tier.TIER1, tier1, Tier.TIER1.pointer())
        .want(Tier.TIER2, tier2, Tier.TIER2.pointer());
  }
}
