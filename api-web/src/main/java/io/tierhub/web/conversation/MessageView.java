package io.tierhub.web.conversation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.partner.EventsView;
import io.tierhub.web.partner.PartyView;
import org.jspecify.annotations.Nullable;

/** A message as it is answered (wire-format §9.1). */
@Schema(name = "Message")
record MessageView(
    @Schema(example = "ME-506-258-087") String id,
    @Schema(example = "CO-750-033-356") String conversation,
    @Schema(description = "The account that posted it") PartyView account,
    @Schema(example = "2026-11-22T10:00:00+00:00") String created,
    @Schema(description = "The user who posted it; nobody when the system did")
        EventsView.@Nullable NamedView creator,
    @Schema(example = "Which domain shall the tenant have?") String text,
    @Schema(
            allowableValues = {"message", "state_change", "private"},
            description =
                "`message`: for both sides. `state_change`: something became something else."
                    + " `private`: for your own account only")
        String type,
    EventsView events) {}
