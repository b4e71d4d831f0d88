package io.tierhub.web.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A hub as it is answered. */
@Schema(name = "Hub")
public record HubView(
    @Schema(example = "HB-0309-9389") String id,
    @Schema(example = "Alpine Hub") String name,
    @Schema(example = "Orders from the Alpine portal") String description,
    PartyView company,
    Instance instance,
    @Schema(description = "Of what you may see") Stats stats,
    EventsView events) {

  @Schema(name = "HubInstance", description = "The commerce system behind it")
  public record Instance(
      @Schema(example = "alpine-eu") @Nullable String id,
      @Schema(allowableValues = {"API", "OA"}) String type) {}

  @Schema(name = "HubStats")
  record Stats(@Schema(example = "3") int connections, @Schema(example = "1") int marketplaces) {}
}
