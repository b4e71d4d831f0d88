package io.tierhub.web.conversation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.openapi.Seldom;
import io.tierhub.web.partner.EventsView;
import io.tierhub.web.partner.PartyView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation as it is answered (wire-format §9.1). */
@Schema(name = "Conversation")
record ConversationView(
    @Schema(example = "CO-750-033-356") String id,
    @Schema(description = "What it is about", example = "PR-1895-0864-1238-001") String instanceId,
    @Schema(example = "Fulfillment Request <PR-1895-0864-1238-001>") String topic,
    @Schema(allowableValues = {"conversation", "notes"}) String type,
    @Schema(allowableValues = {"open", "closed"}) String status,
    EventsView events,
    @Schema(description = "The two sides") List<PartyView> accounts,
    EventsView.@Nullable NamedView creator,
    @Schema(example = "2026-11-22T10:00:00+00:00") String created,
    @Schema(description = "Of a conversation alone, not in lists: the last 100, oldest first")
        @Seldom
        @Nullable List<MessageView> messages) {}
