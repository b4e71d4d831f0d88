package io.tierhub.web.action;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.partner.EventsView;

/** An action as it is answered. */
@Schema(name = "Action")
record ActionView(
    @Schema(example = "ACT-276-377-545-001") String id,
    @Schema(example = "open_console") String action,
    @Schema(example = "Open console") String name,
    @Schema(example = "Console") String title,
    @Schema(example = "button") String type,
    @Schema(example = "tier1") String scope,
    @Schema(example = "Signs in to the console of the reseller.") String description,
    EventsView events) {}
