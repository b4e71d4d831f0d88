package io.tierhub.web.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A marketplace as it is answered. */
@Schema(name = "Marketplace")
record MarketplaceView(
    @Schema(example = "MP-91673") String id,
    @Schema(example = "Alpine Europe") String name,
    @Schema(example = "Resellers in the EU") String description,
    PartyView owner,
    @Nullable String icon,
    @Schema(allowableValues = {"AF", "AS", "EU", "NA", "OC", "SA"}) @Nullable String zone,
    List<Country> countries,
    @Schema(example = "EUR") @Nullable String currency,
    @Schema(description = "Those that you may see") List<Outlet> hubs,
    Stats stats,
    EventsView events) {

  @Schema(name = "Country")
  record Country(@Schema(example = "ES") String id, @Schema(example = "Spain") String name) {}

  @Schema(name = "MarketplaceOutlet")
  record Outlet(EventsView.NamedView hub, @Schema(example = "eu-1") String externalId) {}

  @Schema(name = "MarketplaceStats")
  record Stats(@Schema(example = "1") int hubs) {}
}
