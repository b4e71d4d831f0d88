package io.tierhub.web.tieraccountrequest;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to report a change; read as {@link ReportedChanges} does, shown here. */
@Schema(name = "TierAccountRequestWrite", requiredProperties = "account")
record ReportForm(
    @Schema(allowableValues = "update") @Nullable String type,
    @Schema(
            description = "`id` or `external_uid`, and the members that changed",
            ref = "#/components/schemas/TierAccountPatch")
        Object account) {}
