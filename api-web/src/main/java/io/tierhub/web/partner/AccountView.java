package io.tierhub.web.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A company that works with TierHub. */
@Schema(name = "Account")
record AccountView(
    @Schema(example = "PA-687-574") String id,
    @Schema(example = "Alpine Distribution") String name,
    @Schema(description = "Connect's older word for the role", example = "provider") String type,
    @Schema(allowableValues = {"vendor", "distributor", "ops"}) String role,
    @Nullable String icon,
    EventsView events) {}
