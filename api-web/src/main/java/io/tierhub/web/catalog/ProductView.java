package io.tierhub.web.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.partner.EventsView;
import io.tierhub.web.partner.PartyView;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A product as it is answered. */
@Schema(name = "Product")
record ProductView(
    @Schema(example = "PRD-276-377-545") String id,
    @Schema(example = "Fjord Backup") String name,
    @Nullable String externalId,
    @Nullable String icon,
    @Schema(allowableValues = {"draft", "published", "endofsale"}) String status,
    @Schema(example = "Backup for small offices") String shortDescription,
    @Schema(example = "Keeps a copy of every file, every night.") String detailedDescription,
    Map<String, Object> customerUiSettings,
    @Schema(example = "1") int version,
    @Schema(example = "true") boolean latest,
    PartyView owner,
    CapabilitiesView capabilities,
    ProductEvents events) {

  @Schema(name = "ProductEvents")
  record ProductEvents(
      EventsView.StampView created,
      EventsView.@Nullable StampView published,
      EventsView.StampView updated) {}
}
