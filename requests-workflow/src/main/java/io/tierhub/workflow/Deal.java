package io.tierhub.workflow;

import io.tierhub.account.TierAccountId;
import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ProductId;
import io.tierhub.fulfillment.ProductOnSale;
import io.tierhub.fulfillment.SalesChannel;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.partner.MarketplaceId;
import io.tierhub.tierconfig.Agreement;
import io.tierhub.tierconfig.TierLevel;
import org.jspecify.annotations.Nullable;

/** A product sold by a distributor through a connection: what its tiers are configured for. */
record Deal(
    ProductId product,
    PartnerId vendor,
    PartnerId distributor,
    Environment environment,
    ConnectionId connection,
    @Nullable MarketplaceId marketplace) {

  static Deal of(
      ProductOnSale product,
      PartnerId distributor,
      Environment environment,
      SalesChannel channel,
      @Nullable MarketplaceId marketplace) {
    return new Deal(
        product.id(),
        product.vendor(),
        distributor,
        environment,
        channel.connection(),
        marketplace);
  }

  Agreement with(TierAccountId account, TierLevel level) {
    return new Agreement(product, vendor, distributor, environment, connection, account, level);
  }
}
