package io.tierhub.workflow;

import io.tierhub.catalog.ProductItemId;
import io.tierhub.partner.MarketplaceId;
import org.jspecify.annotations.Nullable;

/**
 * Of what somebody wants to set a value.
 *
 * @param parameter its id or its name
 */
public record WantedPlace(
    String parameter, @Nullable ProductItemId item, @Nullable MarketplaceId marketplace) {}
