package io.tierhub.web.partner;

import io.swagger.v3.oas.annotations.media.Schema;

/** A hub as it is answered. */
@Schema(name = "Hub")
record HubView(
    @Schema(example = "HB-0309-9389") String id,
    @Schema(example = "Alpine Hub") String name,
    @Schema(example = "Orders from the Alpine portal") String description,
    PartyView company,
    @Schema(description = "Of what you may see") Stats stats,
    EventsView events) {

  @Schema(name = "HubStats")
  record Stats(@Schema(example = "3") int connections, @Schema(example = "1") int marketplaces) {}
}
