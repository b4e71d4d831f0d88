package io.tierhub.web.fulfillment;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a claim answers. */
@Schema(name = "ClaimedFulfillmentRequests")
record ClaimedRequestsView(
    @Schema(
            description = "Holds them; left out if there is nothing to claim",
            example = "LE-8307-5526-1402")
        @Nullable String lease,
    @Schema(description = "When the lease ends", example = "2026-11-29T10:05:00+00:00")
        @Nullable String expiresAt,
    @Schema(description = "The oldest first") List<FulfillmentRequestView> requests) {}
