package io.tierhub.fulfillment;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.partner.HubId;
import io.tierhub.partner.MarketplaceId;
import java.util.List;
import java.util.Optional;

/** What can be ordered and through what: the catalog, as orders ask for it. */
public interface SalesChannels {

  Optional<ProductOnSale> product(ProductId id);

  /** The distributor's active connections to the product in that environment, by id. */
  List<SalesChannel> of(PartnerId distributor, ProductId product, Environment environment);

  List<ItemOnSale> items(ProductId product);

  boolean isMarketplaceOf(PartnerId distributor, MarketplaceId marketplace);

  /** The marketplaces that a hub serves, by id. */
  List<MarketplaceId> marketplacesOf(HubId hub);
}
