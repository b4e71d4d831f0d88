package io.tierhub.tieraccountrequest;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.PartnerId;

/**
 * A product that has an unterminated asset in whose chain the account stands.
 *
 * @param sync whether the product's Tier Accounts Sync is on ({@code capabilities.tiers.updates})
 */
public record ProductInUse(ProductId product, PartnerId vendor, boolean sync) {}
