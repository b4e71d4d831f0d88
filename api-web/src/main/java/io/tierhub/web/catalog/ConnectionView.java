package io.tierhub.web.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.partner.EventsView;
import io.tierhub.web.partner.HubView;
import io.tierhub.web.partner.PartyView;

/** A connection as it is answered. */
@Schema(name = "Connection")
record ConnectionView(
    @Schema(example = "CT-7761-6934") String id,
    @Schema(allowableValues = {"production", "test", "preview"}) String type,
    @Schema(allowableValues = {"pending", "approved", "rejected", "revoked", "active"})
        String status,
    PartyView product,
    PartyView provider,
    PartyView vendor,
    Hub hub,
    @Schema(example = "2026-11-22T10:00:00+00:00") String createdAt,
    EventsView events) {

  /** The hub that sells the product. */
  @Schema(name = "HubOfConnection")
  record Hub(
      @Schema(example = "HB-0309-9389") String id,
      @Schema(example = "Alpine Hub") String name,
      HubView.Instance instance) {}
}
