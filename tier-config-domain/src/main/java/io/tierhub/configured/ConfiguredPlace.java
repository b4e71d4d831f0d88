package io.tierhub.configured;

import io.tierhub.catalog.ProductItemId;
import io.tierhub.parameter.ParameterId;
import io.tierhub.partner.MarketplaceId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Of what a value is: of a parameter, and as its scope demands for an item and in a marketplace.
 * There is one value of each place.
 */
public record ConfiguredPlace(
    ParameterId parameter, @Nullable ProductItemId item, @Nullable MarketplaceId marketplace) {

  /** One text for it. */
  public String key() {
    return "%s/%s/%s"
        .formatted(
            parameter,
            Objects.requireNonNullElse(item, ""),
            Objects.requireNonNullElse(marketplace, ""));
  }
}
